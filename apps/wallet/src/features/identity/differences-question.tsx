import { Button, Callout, useTime, useWords, words } from '@danbao/ui'
import { confirmWords } from './confirm-words.ts'
import type { Difference } from './differences.ts'

const questionWords = words({
  which: { en: 'Which is right?', ru: 'Что верно?', zh: '哪一项正确？' },
  differs: {
    en: '{field}: in the document we read {read}, you typed {typed}.',
    ru: '{field}: в документе мы прочитали {read}, а вы ввели {typed}.',
    zh: '{field}：我们从证件识别为 {read}，您填写的是 {typed}。',
  },
  take: { en: '{value}, as read', ru: '{value} — как прочитано', zh: '{value}（识别结果）' },
  keep: { en: '{value}, as typed', ru: '{value} — как введено', zh: '{value}（我填写的）' },
})

export interface DifferencesQuestionProps {
  readonly differences: readonly Difference[]
  readonly onTake: (difference: Difference) => void
  readonly onKeep: (difference: Difference) => void
}

/** Asked before it is sent: staff would have to ask back, which takes a day. */
export function DifferencesQuestion({ differences, onTake, onKeep }: DifferencesQuestionProps) {
  const t = useWords(questionWords)
  const name = useWords(confirmWords)
  const { day } = useTime()
  if (differences.length === 0) return null
  return (
    <Callout kind="attention" title={t('which')} live>
      <div className="flex flex-col gap-4">
        {differences.map((one) => {
          const isDay = one.field === 'birth_date' || one.field === 'expires_on'
          const [read, typed] = [one.read, one.typed].map((text) => (isDay ? day(text) : text))
          return (
            <div key={one.field} className="flex flex-col gap-2">
              <p className="wrap-anywhere">
                {t('differs', { field: name(one.field), read: read ?? '', typed: typed ?? '' })}
              </p>
              <Button kind="secondary" onClick={() => onTake(one)} wide>
                {t('take', { value: read ?? '' })}
              </Button>
              <Button kind="secondary" onClick={() => onKeep(one)} wide>
                {t('keep', { value: typed ?? '' })}
              </Button>
            </div>
          )
        })}
      </div>
    </Callout>
  )
}
