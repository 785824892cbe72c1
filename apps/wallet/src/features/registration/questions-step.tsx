import { Button, Form, useForm, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import { QuestionFields } from '../questions/question-fields.tsx'
import { ANSWERS, questionsOf, useQuestionParts } from '../questions/use-question-parts.ts'
import type { StepProps } from './step.ts'

const stepWords = words({
  label: { en: 'Security questions', ru: 'Контрольные вопросы', zh: '安全问题' },
  why: {
    en: 'If you forget your password, the answers let you back in. Choose what others can not find out.',
    ru: 'Если вы забудете пароль, ответы помогут войти. Выберите то, чего другие не узнают.',
    zh: '忘记密码时，可凭答案找回。请选择他人无法得知的问题。',
  },
  submit: { en: 'Go on', ru: 'Дальше', zh: '下一步' },
})

/** Three different questions with answers. */
export function QuestionsStep({ registration, onDone }: StepProps) {
  const t = useWords(stepWords)
  const [first = '', second = '', third = ''] = registration.questions
  const { missing, told, pointers } = useQuestionParts()
  const form = useForm({
    initial: {
      question1: String(first),
      question2: String(second),
      question3: String(third),
      answer1: '',
      answer2: '',
      answer3: '',
    },
    keep: 'register.questions',
    secrets: ANSWERS,
    check: missing,
    told,
    pointers,
    submit: (values) => api.call('setQuestions', { body: { questions: questionsOf(values) } }),
    done: onDone,
  })
  return (
    <Form form={form} label={t('label')}>
      <p>{t('why')}</p>
      <QuestionFields form={form} />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}
