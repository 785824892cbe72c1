import type { IdentityCheckView } from '@danbao/contracts/wallet'
import { Callout, useTime, useWords, words } from '@danbao/ui'
import { reasonWords } from './document-words.ts'

const noteWords = words({
  refused: { en: 'The check was refused', ru: 'Проверка не пройдена', zh: '验证未通过' },
  refused_at: { en: 'Decided {when}', ru: 'Решение: {when}', zh: '决定时间：{when}' },
  again: {
    en: 'Nothing has changed for your money. You can try again at once.',
    ru: 'Для ваших денег ничего не изменилось. Можно сразу попробовать ещё раз.',
    zh: '您的资金不受影响，可立即重新提交。',
  },
  more: { en: 'Our staff need more', ru: 'Нужно кое-что ещё', zh: '需要补充材料' },
  more_text: {
    en: 'Replace the marked pictures, then send it again.',
    ru: 'Замените отмеченные снимки и отправьте ещё раз.',
    zh: '请更换标出的图片后重新提交。',
  },
  staff: {
    en: 'Our staff write: “{words}”',
    ru: 'Сотрудники пишут: «{words}»',
    zh: '工作人员说明：“{words}”',
  },
})

interface NoteProps {
  readonly check: IdentityCheckView
}

/** Why staff said no, and that it is not the end. */
export function RefusedNote({ check }: NoteProps) {
  const t = useWords(noteWords)
  const { moment } = useTime()
  return (
    <Callout kind="danger" title={t('refused')}>
      <Reason check={check} />
      <p className="mt-2">{t('again')}</p>
      {check.decided_at !== null && (
        <p className="mt-2 text-small text-ink-soft">
          {t('refused_at', { when: moment(check.decided_at) })}
        </p>
      )}
    </Callout>
  )
}

/** What staff want anew before they decide. */
export function MoreNeededNote({ check }: NoteProps) {
  const t = useWords(noteWords)
  return (
    <Callout kind="attention" title={t('more')}>
      <Reason check={check} />
      <p className="mt-2">{t('more_text')}</p>
    </Callout>
  )
}

function Reason({ check: { reason } }: NoteProps) {
  const t = useWords(noteWords)
  const tell = useWords(reasonWords)
  if (reason === null) return null
  return (
    <>
      {(reason.code !== 'other' || reason.words === null) && <p>{tell(reason.code)}</p>}
      {reason.words !== null && <p className="mt-1">{t('staff', { words: reason.words })}</p>}
    </>
  )
}
