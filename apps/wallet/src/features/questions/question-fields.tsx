import { QUESTION_IDS } from '@danbao/contracts/wallet'
import { Select, TextInput, useWords, words } from '@danbao/ui'
import { questionWords } from './question-words.ts'
import { NUMBERS, type QuestionValues } from './use-question-parts.ts'

const fieldWords = words({
  question: { en: 'Question {number}', ru: 'Вопрос {number}', zh: '问题 {number}' },
  answer: { en: 'Answer {number}', ru: 'Ответ {number}', zh: '答案 {number}' },
  hint: {
    en: 'Capital letters and spaces do not matter.',
    ru: 'Заглавные буквы и пробелы не важны.',
    zh: '不区分大小写和空格。',
  },
})

type Numbered = keyof QuestionValues

interface Binding {
  readonly name: string
  readonly value: string
  readonly error: string | undefined
  readonly onValue: (value: string) => void
}

export interface QuestionFieldsProps {
  readonly form: { readonly text: (name: Numbered) => Binding }
}

/** Three questions to choose, each with its answer; a chosen one is not offered twice. */
export function QuestionFields({ form }: QuestionFieldsProps) {
  const t = useWords(fieldWords)
  const ask = useWords(questionWords)
  const chosen: readonly string[] = NUMBERS.map((number) => form.text(`question${number}`).value)
  const optionsFor = (own: string) =>
    QUESTION_IDS.filter((id) => id === own || !chosen.includes(id)).map((value) => ({
      value,
      label: ask(value),
    }))
  return NUMBERS.map((number) => {
    const question = form.text(`question${number}`)
    return (
      <div key={number} className="flex flex-col gap-3">
        <Select
          {...question}
          label={t('question', { number })}
          options={optionsFor(question.value)}
        />
        <TextInput
          {...form.text(`answer${number}`)}
          label={t('answer', { number })}
          hint={number === 1 ? t('hint') : undefined}
          autoComplete="off"
        />
      </div>
    )
  })
}
