import { QUESTION_IDS, type QuestionId } from '@danbao/contracts/wallet'
import { Button, Form, Select, TextInput, useForm, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import { questionWords } from './question-words.ts'
import type { StepProps } from './step.ts'

const stepWords = words({
  label: { en: 'Security questions', ru: 'Контрольные вопросы', zh: '安全问题' },
  why: {
    en: 'If you forget your password, the answers let you back in. Choose what others can not find out.',
    ru: 'Если вы забудете пароль, ответы помогут войти. Выберите то, чего другие не узнают.',
    zh: '忘记密码时，可凭答案找回。请选择他人无法得知的问题。',
  },
  question: { en: 'Question {number}', ru: 'Вопрос {number}', zh: '问题 {number}' },
  answer: { en: 'Answer {number}', ru: 'Ответ {number}', zh: '答案 {number}' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  hint: {
    en: 'Capital letters and spaces do not matter.',
    ru: 'Заглавные буквы и пробелы не важны.',
    zh: '不区分大小写和空格。',
  },
  submit: { en: 'Go on', ru: 'Дальше', zh: '下一步' },
  answer_repeated: {
    en: 'Give each question another answer.',
    ru: 'Дайте на каждый вопрос свой ответ.',
    zh: '每个问题的答案应各不相同。',
  },
})

const NUMBERS = [1, 2, 3] as const

/** Three different questions with answers. */
export function QuestionsStep({ registration, onDone }: StepProps) {
  const t = useWords(stepWords)
  const ask = useWords(questionWords)
  const [first, second, third] = registration.questions
  const form = useForm({
    initial: {
      question1: first ?? '',
      question2: second ?? '',
      question3: third ?? '',
      answer1: '',
      answer2: '',
      answer3: '',
    },
    keep: 'register.questions',
    secrets: ['answer1', 'answer2', 'answer3'],
    check: (values) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([, text]) => text.trim() === '')
          .map(([name]) => [name, t('needed')]),
      ),
    pointers: {
      '/questions/0/question': 'question1',
      '/questions/1/question': 'question2',
      '/questions/2/question': 'question3',
      '/questions/0/answer': 'answer1',
      '/questions/1/answer': 'answer2',
      '/questions/2/answer': 'answer3',
    },
    submit: (values) =>
      api.call('setQuestions', {
        body: {
          questions: NUMBERS.map((number) => ({
            question: questionOf(values[`question${number}`]),
            answer: values[`answer${number}`],
          })),
        },
      }),
    done: onDone,
  })
  const chosen: ReadonlySet<string> = new Set(
    NUMBERS.map((number) => form.values[`question${number}`]),
  )
  const optionsFor = (own: string) =>
    QUESTION_IDS.filter((id) => id === own || !chosen.has(id)).map((value) => ({
      value,
      label: ask(value),
    }))
  return (
    <Form form={form} label={t('label')}>
      <p>{t('why')}</p>
      {NUMBERS.map((number) => (
        <div key={number} className="flex flex-col gap-3">
          <Select
            {...form.text(`question${number}`)}
            label={t('question', { number })}
            options={optionsFor(form.values[`question${number}`])}
          />
          <TextInput
            {...form.text(`answer${number}`)}
            label={t('answer', { number })}
            hint={number === 1 ? t('hint') : undefined}
            autoComplete="off"
          />
        </div>
      ))}
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}

function questionOf(text: string): QuestionId {
  return QUESTION_IDS.find((id) => id === text) ?? QUESTION_IDS[0]
}
