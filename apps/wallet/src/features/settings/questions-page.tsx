import { QUESTION_IDS, type QuestionId, type SettingsView } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  Loaded,
  Page,
  PasswordInput,
  Select,
  TextInput,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { api } from '../../api.ts'
import { useGo } from '../../navigation.tsx'
import { questionWords } from '../registration/question-words.ts'
import { fieldWords } from './field-words.ts'
import { useSettings, useTakeSettings } from './queries.ts'

const pageWords = words({
  title: { en: 'Security questions', ru: 'Контрольные вопросы', zh: '安全问题' },
  intro: {
    en: 'If you forget your password, the answers let you back in. The old answers can not be shown; all three are set anew.',
    ru: 'Если вы забудете пароль, ответы помогут войти. Прежние ответы показать нельзя, все три задаются заново.',
    zh: '忘记密码时，可凭答案找回。原答案无法显示，三个问题需全部重新设置。',
  },
  question: { en: 'Question {number}', ru: 'Вопрос {number}', zh: '问题 {number}' },
  answer: { en: 'Answer {number}', ru: 'Ответ {number}', zh: '答案 {number}' },
  hint: {
    en: 'Capital letters and spaces do not matter.',
    ru: 'Заглавные буквы и пробелы не важны.',
    zh: '不区分大小写和空格。',
  },
  answer_repeated: {
    en: 'Give each question another answer.',
    ru: 'Дайте на каждый вопрос свой ответ.',
    zh: '每个问题的答案应各不相同。',
  },
  changed: {
    en: 'From now on we ask these questions. All other devices are signed out.',
    ru: 'Теперь мы спросим именно это. На всех других устройствах выполнен выход.',
    zh: '今后将使用新的安全问题，其他设备已退出登录。',
  },
})

const NUMBERS = [1, 2, 3] as const

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
  const ask = useWords(questionWords)
  const form = useQuestionsForm(questions)
  const chosen: ReadonlySet<string> = new Set(
    NUMBERS.map((number) => form.values[`question${number}`]),
  )
  const optionsFor = (own: string) =>
    QUESTION_IDS.filter((id) => id === own || !chosen.has(id)).map((value) => ({
      value,
      label: ask(value),
    }))
  return (
    <Form form={form} label={t('title')}>
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
  const say = useWords(fieldWords)
  const take = useTakeSettings()
  const go = useGo()
  const asked = (position: number): string =>
    questions.find((one) => one.position === position)?.question ?? ''
  const repeated = { answer_repeated: t('answer_repeated') }
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
    secrets: ['answer1', 'answer2', 'answer3', 'password'],
    check: (values) =>
      Object.fromEntries(
        Object.entries(values)
          .filter(([, text]) => text.trim() === '')
          .map(([name]) => [name, say('needed')]),
      ),
    at: { password_wrong: 'password' },
    pointers: {
      '/questions/0/question': 'question1',
      '/questions/1/question': 'question2',
      '/questions/2/question': 'question3',
      '/questions/0/answer': 'answer1',
      '/questions/1/answer': 'answer2',
      '/questions/2/answer': 'answer3',
    },
    told: { answer1: repeated, answer2: repeated, answer3: repeated },
    submit: ({ password, ...values }) =>
      api.call('changeQuestions', {
        body: {
          password,
          questions: NUMBERS.map((number) => ({
            question: questionOf(values[`question${number}`]),
            answer: values[`answer${number}`],
          })),
        },
      }),
    done: (next) => {
      take(next)
      toast(t('changed'))
      go('/settings')
    },
  })
}

function questionOf(text: string): QuestionId {
  return QUESTION_IDS.find((id) => id === text) ?? QUESTION_IDS[0]
}
