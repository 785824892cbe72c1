import { buttonClass, Callout, Card, Link, Page, Steps, useWords, words } from '@danbao/ui'
import { usePerson } from '../../session.ts'

const welcomeWords = words({
  title: { en: 'Welcome, {name}', ru: 'Добро пожаловать, {name}', zh: '欢迎，{name}' },
  ready: {
    en: 'Your wallet is open.',
    ru: 'Ваш кошелёк открыт.',
    zh: '您的钱包已开通。',
  },
  now: { en: 'What you can do now', ru: 'Что можно уже сейчас', zh: '现在可以做什么' },
  pay: {
    en: 'Pay up to $150 at once and $1,000 in all. Your money is secured until the goods have arrived.',
    ru: 'Платить до 150 $ за раз и до 1000 $ всего. Деньги под защитой, пока товар не придёт.',
    zh: '单笔最高 150 美元，累计最高 1,000 美元。商品送达前，资金受到保障。',
  },
  refund: {
    en: 'Get refunds into the wallet within a minute.',
    ru: 'Получать возвраты в кошелёк за минуту.',
    zh: '退款一分钟内退回钱包。',
  },
  level_0: {
    en: 'Level 0: e-mail confirmed',
    ru: 'Уровень 0: почта подтверждена',
    zh: '0 级：邮箱已确认',
  },
  level_1: {
    en: 'Level 1: a verified card',
    ru: 'Уровень 1: подтверждённая карта',
    zh: '1 级：已验证银行卡',
  },
  level_1_text: {
    en: 'Up to $1,000 at once, $15,000 a year',
    ru: 'До 1000 $ за раз, 15 000 $ в год',
    zh: '单笔最高 1,000 美元，每年 15,000 美元',
  },
  level_2: {
    en: 'Level 2: documents checked',
    ru: 'Уровень 2: документы проверены',
    zh: '2 级：证件已审核',
  },
  level_2_text: {
    en: 'Up to $20,000 at once, $100,000 a year',
    ru: 'До 20 000 $ за раз, 100 000 $ в год',
    zh: '单笔最高 20,000 美元，每年 100,000 美元',
  },
  identity: { en: 'Prove your identity', ru: 'Подтвердить личность', zh: '验证身份' },
  home: { en: 'To the wallet', ru: 'В кошелёк', zh: '进入钱包' },
})

/** The end of the registration: what goes now, and how more will. */
export function WelcomePage() {
  const t = useWords(welcomeWords)
  const person = usePerson()
  return (
    <Page title={t('title', { name: person.given_name ?? person.name })} intro={t('ready')}>
      <Callout kind="success" title={t('now')}>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          <li>{t('pay')}</li>
          <li>{t('refund')}</li>
        </ul>
      </Callout>
      <Card>
        <Steps
          steps={[
            { title: t('level_0'), state: 'done' },
            { title: t('level_1'), state: 'later', text: t('level_1_text') },
            { title: t('level_2'), state: 'later', text: t('level_2_text') },
          ]}
        />
      </Card>
      <div className="flex flex-col gap-2">
        <Link href="/" className={buttonClass({ wide: true })}>
          {t('home')}
        </Link>
        <Link href="/identity" className={buttonClass({ kind: 'secondary', wide: true })}>
          {t('identity')}
        </Link>
      </div>
    </Page>
  )
}
