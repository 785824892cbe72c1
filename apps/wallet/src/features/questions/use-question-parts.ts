import { QUESTION_IDS, type QuestionId } from '@danbao/contracts/wallet'
import { useWords, words } from '@danbao/ui'

const partWords = words({
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  same_question: {
    en: 'Choose three different questions.',
    ru: 'Выберите три разных вопроса.',
    zh: '请选择三个不同的问题。',
  },
  same_answer: {
    en: 'Give each question another answer.',
    ru: 'Дайте на каждый вопрос свой ответ.',
    zh: '每个问题的答案应各不相同。',
  },
  same_as_question: {
    en: 'The question itself is no answer.',
    ru: 'Сам вопрос — не ответ.',
    zh: '不能用问题本身作为答案。',
  },
})

export const NUMBERS = [1, 2, 3] as const

/** What a form needs to hold three questions and answers. */
export const NO_QUESTIONS = {
  question1: '',
  question2: '',
  question3: '',
  answer1: '',
  answer2: '',
  answer3: '',
}
export type QuestionValues = Readonly<typeof NO_QUESTIONS>

export const ANSWERS = ['answer1', 'answer2', 'answer3'] as const

/** Where the server's complaints belong. */
const POINTERS = {
  '/questions/0/question': 'question1',
  '/questions/1/question': 'question2',
  '/questions/2/question': 'question3',
  '/questions/0/answer': 'answer1',
  '/questions/1/answer': 'answer2',
  '/questions/2/answer': 'answer3',
} as const

/** The parts of `useForm` that are the same wherever questions are chosen. */
export function useQuestionParts() {
  const t = useWords(partWords)
  const answer = { same_answer: t('same_answer'), same_as_question: t('same_as_question') }
  const question = { same_question: t('same_question') }
  return {
    pointers: POINTERS,
    told: {
      answer1: answer,
      answer2: answer,
      answer3: answer,
      question1: question,
      question2: question,
      question3: question,
    },
    /** The fields in which nothing was typed. */
    missing: (values: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([, text]) => text.trim() === '')
          .map(([name]) => [name, t('needed')]),
      ),
  }
}

/** As the server takes them. */
export function questionsOf(values: QuestionValues): { question: QuestionId; answer: string }[] {
  return NUMBERS.map((number) => ({
    question: questionOf(values[`question${number}`]),
    answer: values[`answer${number}`],
  }))
}

function questionOf(text: string): QuestionId {
  return QUESTION_IDS.find((id) => id === text) ?? QUESTION_IDS[0]
}
