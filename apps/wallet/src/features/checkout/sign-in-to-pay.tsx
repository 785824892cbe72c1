import { buttonClass, Callout, Card, Link, signInFor, useWords, words } from '@danbao/ui'
import { SandboxPeople } from '../sandbox/sandbox-people.tsx'
import { keepWaiting } from './waiting-checkout.ts'
import { useGoOn } from '../sign-in/use-go-on.ts'

const signInWords = words({
  title: { en: 'Sign in to pay', ru: 'Войдите, чтобы оплатить', zh: '登录后付款' },
  text: {
    en: 'Your order waits here meanwhile.',
    ru: 'Заказ тем временем подождёт здесь.',
    zh: '订单会为您保留在此。',
  },
  signed_out: { en: 'You were signed out', ru: 'Сеанс завершён', zh: '您已退出登录' },
  signed_out_text: {
    en: 'It took too long, or you signed out elsewhere. Sign in again and go on here: nothing is ever paid twice.',
    ru: 'Прошло слишком много времени, или вы вышли на другом устройстве. Войдите снова и продолжите здесь: дважды ничего не оплачивается.',
    zh: '等待时间过长，或您已在其他地方退出。请重新登录并在此继续：绝不会重复付款。',
  },
  sign_in: { en: 'Sign in', ru: 'Войти', zh: '登录' },
  register: { en: 'Create a wallet', ru: 'Создать кошелёк', zh: '创建钱包' },
})

/** The ways in, each of which leads back to this checkout. */
export function SignInToPay(props: { readonly here: string; readonly signedOut: boolean }) {
  const { here, signedOut } = props
  const t = useWords(signInWords)
  const goOn = useGoOn(here)
  return (
    <>
      {signedOut && (
        <Callout live kind="attention" title={t('signed_out')}>
          {t('signed_out_text')}
        </Callout>
      )}
      <Card title={t('title')}>
        <p className="mb-4 text-ink-soft">{t('text')}</p>
        <div className="flex flex-col gap-2">
          <Link href={signInFor(here)} className={buttonClass({ wide: true })}>
            {t('sign_in')}
          </Link>
          <Link
            href="/register"
            className={buttonClass({ kind: 'secondary', wide: true })}
            onClick={() => keepWaiting(here)}
          >
            {t('register')}
          </Link>
        </div>
      </Card>
      <SandboxPeople onDone={goOn} />
    </>
  )
}
