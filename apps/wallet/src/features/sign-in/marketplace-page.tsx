import type { MarketplaceArrival } from '@danbao/contracts/wallet'
import {
  Callout,
  Page,
  RefusalNote,
  safeNext,
  SkeletonLines,
  TextLink,
  toast,
  useGo,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { arrive, type Journey } from './marketplace-journey.ts'
import { PasswordForm } from './sign-in-page.tsx'
import { useGoOn } from './use-go-on.ts'

const arrivalWords = words({
  title: { en: 'Back from the marketplace', ru: 'Возвращаемся из маркетплейса', zh: '从商城返回' },
  failed: { en: 'The sign-in did not work', ru: 'Войти не получилось', zh: '登录未成功' },
  lost: {
    en: 'This sign-in was begun in another tab or is over. Begin again.',
    ru: 'Этот вход начат в другой вкладке или уже завершён. Начните заново.',
    zh: '此次登录在其他标签页中发起或已结束，请重新开始。',
  },
  again: { en: 'To the sign-in', ru: 'Ко входу', zh: '返回登录' },
  yours: { en: 'Is this wallet yours?', ru: 'Это ваш кошелёк?', zh: '这是您的钱包吗？' },
  link: {
    en: 'There is a wallet with the address {email}. Sign in to it once by password; from then on the marketplace is enough.',
    ru: 'Кошелёк с адресом {email} уже есть. Войдите в него один раз по паролю, потом хватит маркетплейса.',
    zh: '已有使用 {email} 的钱包。请用密码登录一次，之后即可直接通过商城登录。',
  },
  linked: {
    en: 'From now on you can sign in with the marketplace.',
    ru: 'Теперь можно входить через маркетплейс.',
    zh: '今后您可以通过商城登录。',
  },
})

/** Where a marketplace sends people back to. */
export function MarketplacePage() {
  const t = useWords(arrivalWords)
  const [journey] = useState(arrive)
  const go = useGo()
  const client = useQueryClient()
  const finish = useMutation({ mutationFn: finishSignIn })
  const link = useMutation({
    mutationFn: finishLink,
    onSuccess: async () => {
      toast(t('linked'))
      await client.invalidateQueries()
      go('/settings/marketplaces', { replace: true })
    },
  })
  const { mutate: signIn } = finish
  const { mutate: join } = link
  useEffect(() => {
    if (journey === undefined) return
    if (journey.purpose === 'link') join(journey)
    else signIn(journey)
  }, [journey, signIn, join])
  const error = finish.error ?? link.error
  const again = <TextLink href="/sign-in">{t('again')}</TextLink>
  if (journey === undefined) {
    return (
      <Page title={t('failed')}>
        <Callout kind="attention" action={again}>
          {t('lost')}
        </Callout>
      </Page>
    )
  }
  if (error !== null) {
    return (
      <Page title={t('failed')}>
        <RefusalNote error={error} action={again} />
      </Page>
    )
  }
  if (finish.data !== undefined) return <Arrived arrival={finish.data} />
  return (
    <Page title={t('title')}>
      <SkeletonLines lines={2} />
    </Page>
  )
}

function Arrived({ arrival }: { readonly arrival: MarketplaceArrival }) {
  const goOn = useGoOn(appPath(arrival.next))
  const signIn = arrival.outcome === 'sign_in' ? arrival.sign_in : undefined
  useEffect(() => {
    if (signIn !== undefined) goOn(signIn)
    // Once for an arrival; `goOn` is another function at every drawing.
  }, [signIn])
  return arrival.outcome === 'sign_in_to_link' ? <SignInToLink arrival={arrival} /> : null
}

type ToLink = Extract<MarketplaceArrival, { outcome: 'sign_in_to_link' }>

function SignInToLink({ arrival }: { readonly arrival: ToLink }) {
  const t = useWords(arrivalWords)
  const goOn = useGoOn(appPath(arrival.next))
  return (
    <Page title={t('yours')} intro={t('link', { email: arrival.email })}>
      <PasswordForm
        email={arrival.email}
        onDone={(answer) => {
          if (answer.state !== 'signed_in') return goOn(answer)
          void api
            .call('adoptMarketplace', { body: { link: arrival.link } })
            .then(() => toast(t('linked')))
            // The sign-in has worked all the same; linking can be done again in the settings.
            .catch(() => undefined)
            .finally(() => goOn(answer))
        }}
      />
    </Page>
  )
}

function finishSignIn({ provider, attempt }: Journey): Promise<MarketplaceArrival> {
  return api.call('finishMarketplaceSignIn', { body: { provider, attempt, params: arrived() } })
}

function finishLink({ provider, attempt }: Journey) {
  return api.call('linkMarketplace', { body: { provider, attempt, params: arrived() } })
}

/** What the marketplace put into the address. */
function arrived(): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(window.location.search))
}

/** A path of the server as one of the app. */
function appPath(next: string | null): string {
  return safeNext(next?.replace(/^\/wallet(?=\/|$)/, '') ?? undefined)
}
