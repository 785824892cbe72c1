import type { SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  Loaded,
  Page,
  PasswordInput,
  toast,
  useForm,
  useGo,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { QuestionFields } from '../questions/question-fields.tsx'
import { ANSWERS, questionsOf, useQuestionParts } from '../questions/use-question-parts.ts'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'

const pageWords = words({
  title: { en: 'Security questions', ru: 'Контрольные вопросы', zh: '安全问题' },
  intro: {
    en: 'If you forget your password, the answers let you back in. The old answers can not be shown; all three are set anew.',
    ru: 'Если вы забудете пароль, ответы помогут войти. Прежние ответы показать нельзя, все три задаются заново.',
    zh: '忘记密码时，可凭答案找回。原答案无法显示，三个问题需全部重新设置。',
  },
  changed: {
    en: 'From now on we ask these questions. All other devices are signed out.',
    ru: 'Теперь мы спросим именно это. На всех других устройствах выполнен выход.',
    zh: '今后将使用新的安全问题，其他设备已退出登录。',
  },
})

/** Three other questions, or other answers. */
export function QuestionsPage() {
  const t = useWords(pageWords)
  const settings = useSettings()
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={settings}>{({ questions }) => <QuestionsForm questions={questions} />}</Loaded>
    </Page>
  )
}

function QuestionsForm({ questions }: Pick<SettingsView, 'questions'>) {
  const t = useWords(pageWords)
  const say = useWords(fieldWords)
  const form = useQuestionsForm(questions)
  return (
    <Form form={form} label={t('title')}>
      <QuestionFields form={form} />
      <PasswordInput
        {...form.text('password')}
        label={say('password')}
        hint={say('password_why')}
        autoComplete="current-password"
      />
      <Button type="submit" busy={form.busy} wide>
        {say('save')}
      </Button>
    </Form>
  )
}

function useQuestionsForm(questions: SettingsView['questions']) {
  const t = useWords(pageWords)
  const take = useTakeSettings()
  const go = useGo()
  const { missing, told, pointers } = useQuestionParts()
  const asked = (position: number): string =>
    questions.find((one) => one.position === position)?.question ?? ''
  return useForm({
    initial: {
      question1: asked(1),
      question2: asked(2),
      question3: asked(3),
      answer1: '',
      answer2: '',
      answer3: '',
      password: '',
    },
    keep: 'settings.questions',
    secrets: [...ANSWERS, 'password'],
    check: missing,
    at: { password_wrong: 'password' },
    told,
    pointers,
    submit: ({ password, ...values }) =>
      api.call('changeQuestions', { body: { password, questions: questionsOf(values) } }),
    done: (next) => {
      take(next)
      toast(t('changed'))
      go('/settings')
    },
  })
}
