import type { DeskFilter } from '@danbao/contracts/console'
import { Link, useTime, useWords, words } from '@danbao/ui'
import { X } from 'lucide-react'
import { paymentsAddress } from '../common/payments-address.ts'
import { ageWords, leftWords, verdictWords } from '../common/span-words.ts'

const noteWords = words({
  label: { en: 'From the overview', ru: 'Из обзора', zh: '来自概览' },
  paid_on: { en: 'Paid on {day}', ru: 'Оплачены {day}', zh: '{day}付款' },
  released_on: {
    en: 'Released on {day}',
    ru: 'Выплачены продавцу {day}',
    zh: '{day}放款',
  },
  dispute_age: {
    en: 'Dispute open: {age}',
    ru: 'Спор открыт: {age}',
    zh: '争议已开：{age}',
  },
  opened_week: {
    en: 'Dispute opened in the week of {day}',
    ru: 'Спор открыт на неделе с {day}',
    zh: '{day} 起一周内新开争议',
  },
  closed_week: {
    en: 'Dispute closed in the week of {day}',
    ru: 'Спор закрыт на неделе с {day}',
    zh: '{day} 起一周内关闭的争议',
  },
  check_left: { en: 'Being checked: {left}', ru: 'Проверяется: {left}', zh: '核查中：{left}' },
  check: {
    en: 'Check of the last 30 days: {verdict}',
    ru: 'Проверка за 30 дней: {verdict}',
    zh: '近 30 天核查：{verdict}',
  },
  remove: { en: 'Take this away', ru: 'Убрать', zh: '移除' },
})

/** What a figure of the overview asked for beyond the fields: said, and to be taken away. */
export function FilterNotes({ filter }: { readonly filter: DeskFilter }) {
  const t = useWords(noteWords)
  const notes = useNotes(filter)
  if (notes.length === 0) return null
  return (
    <ul aria-label={t('label')} className="mt-4 flex flex-wrap gap-2">
      {notes.map(([name, text]) => (
        <li key={name}>
          <Link
            href={paymentsAddress({ ...filter, [name]: undefined })}
            className="tap inline-flex items-center gap-2 rounded-card bg-jade-wash px-3 text-small text-jade"
          >
            {text}
            <X aria-hidden className="size-4 shrink-0" />
            <span className="sr-only">— {t('remove')}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

type Note = readonly [name: keyof DeskFilter, text: string | undefined]

function useNotes(filter: DeskFilter): readonly Note[] {
  const t = useWords(noteWords)
  const say = { age: useWords(ageWords), left: useWords(leftWords), ended: useWords(verdictWords) }
  const { day } = useTime()
  const { dispute_age: age, check_left: left, check } = filter
  const onDay = (name: 'paid_on' | 'released_on' | 'opened_week' | 'closed_week'): Note => {
    const at = filter[name]
    return [name, at && t(name, { day: day(at) })]
  }
  const notes: readonly Note[] = [
    onDay('paid_on'),
    onDay('released_on'),
    ['dispute_age', age && t('dispute_age', { age: say.age(`age_${age}`) })],
    onDay('opened_week'),
    onDay('closed_week'),
    ['check_left', left && t('check_left', { left: say.left(`left_${left}`) })],
    ['check', check && t('check', { verdict: say.ended(check) })],
  ]
  return notes.filter(([, text]) => text !== undefined)
}
