import type { LevelsView, LevelView } from '@danbao/contracts/wallet'
import {
  buttonClass,
  Callout,
  Card,
  Link,
  Loaded,
  Page,
  Steps,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { usePerson } from '../../session.ts'
import { forgetWaiting, waitingCheckout } from '../checkout/waiting-checkout.ts'
import { levelWords } from '../levels/level-words.ts'
import { levelsQuery } from '../levels/queries.ts'

const welcomeWords = words({
  title: { en: 'Welcome, {name}', ru: 'Добро пожаловать, {name}', zh: '欢迎，{name}' },
  ready: { en: 'Your wallet is open.', ru: 'Ваш кошелёк открыт.', zh: '您的钱包已开通。' },
  now: { en: 'What you can do now', ru: 'Что можно уже сейчас', zh: '现在可以做什么' },
  pay: {
    en: 'Pay up to {once} at once and {all} in all. Your money is secured until the goods have arrived.',
    ru: 'Платить до {once} за раз и до {all} всего. Деньги под защитой, пока товар не придёт.',
    zh: '单笔最高 {once}，累计最高 {all}。商品送达前，资金受到保障。',
  },
  refund: {
    en: 'Get refunds into the wallet within a minute.',
    ru: 'Получать возвраты в кошелёк за минуту.',
    zh: '退款一分钟内退回钱包。',
  },
  later: {
    en: 'Up to {once} at once, {all} a year',
    ru: 'До {once} за раз, {all} в год',
    zh: '单笔最高 {once}，每年 {all}',
  },
  identity: { en: 'Prove your identity', ru: 'Подтвердить личность', zh: '验证身份' },
  pay_order: { en: 'Go on to pay your order', ru: 'Вернуться к оплате заказа', zh: '继续支付订单' },
  home: { en: 'To the wallet', ru: 'В кошелёк', zh: '进入钱包' },
})

/** The end of the registration: what goes now, and how more will. */
export function WelcomePage() {
  const t = useWords(welcomeWords)
  const person = usePerson()
  const levels = useQuery(levelsQuery)
  const waiting = waitingCheckout()
  return (
    <Page title={t('title', { name: person.given_name ?? person.name })} intro={t('ready')}>
      <Loaded query={levels}>{(known) => <Allowed levels={known} />}</Loaded>
      <div className="flex flex-col gap-2">
        {waiting !== undefined && (
          <Link href={waiting} className={buttonClass({ wide: true })} onClick={forgetWaiting}>
            {t('pay_order')}
          </Link>
        )}
        <Link
          href="/"
          className={buttonClass({
            wide: true,
            kind: waiting === undefined ? 'primary' : 'secondary',
          })}
        >
          {t('home')}
        </Link>
        <Link href="/identity" className={buttonClass({ kind: 'secondary', wide: true })}>
          {t('identity')}
        </Link>
      </div>
    </Page>
  )
}

function Allowed({ levels: { level: present, levels } }: { readonly levels: LevelsView }) {
  const t = useWords(welcomeWords)
  const name = useWords(levelWords)
  const limits = useLimits()
  const own = levels.find(({ level }) => level === present)
  return (
    <>
      <Callout kind="success" title={t('now')}>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {own !== undefined && <li>{t('pay', limits(own))}</li>}
          <li>{t('refund')}</li>
        </ul>
      </Callout>
      <Card>
        <Steps
          steps={levels.map((view) => ({
            title: name(view.given_by, { level: view.level }),
            ...(view.level <= present
              ? { state: 'done' }
              : { state: 'later', text: t('later', limits(view)) }),
          }))}
        />
      </Card>
    </>
  )
}

/** The two limits of a level as they stand in a sentence. */
function useLimits() {
  const money = useMoney()
  return ({ per_payment: once, in_all: all }: LevelView) => ({
    once: money(once),
    all: money(all),
  })
}
