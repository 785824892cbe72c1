import {
  Button,
  buttonClass,
  Card,
  cx,
  Link,
  RefusalNote,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey, forgetCommandKey } from '../payments/command-key.ts'
import { topUpLink } from '../top-up/top-up-link.ts'
import { refreshCheckout } from './queries.ts'

const topUpWords = words({
  title: { en: 'Top up the wallet', ru: 'Пополните кошелёк', zh: '为钱包充值' },
  sandbox: {
    en: 'Sandbox: play money arrives at once.',
    ru: 'Песочница: игрушечные деньги приходят сразу.',
    zh: '沙盒：虚拟资金即时到账。',
  },
  at_once: { en: 'Top up {amount}', ru: 'Пополнить на {amount}', zh: '充值 {amount}' },
  text: {
    en: 'You are short of {amount}. Bring it in and come back here; your order waits until its time is over.',
    ru: 'Не хватает {amount}. Пополните кошелёк и вернитесь сюда: заказ ждёт до конца срока.',
    zh: '还差 {amount}。充值后请返回此处；订单将在有效期内保留。',
  },
  ways: { en: 'Choose a way to top up', ru: 'Выбрать способ пополнения', zh: '选择充值方式' },
  other: { en: 'Another way', ru: 'Другой способ', zh: '其他方式' },
})

export interface TopUpProps {
  readonly id: string
  readonly missing: { readonly value: string; readonly currency: string }
  readonly atOnce: boolean
}

/** Brings exactly what is missing into the wallet, and stays at this checkout. */
export function TopUp({ id, missing, atOnce }: TopUpProps) {
  const t = useWords(topUpWords)
  const money = useMoney()
  const client = useQueryClient()
  const name = `top_up.${id}`
  const topUp = useMutation({
    mutationFn: () =>
      api.call('topUpAtOnce', { body: { key: commandKey(name, missing), amount: missing } }),
    onSuccess: async () => {
      forgetCommandKey(name)
      await refreshCheckout(client, id)
      void client.invalidateQueries({ queryKey: ['home'] })
    },
  })
  const waysHref = topUpLink({ amount: missing, next: `/wallet/checkout/${id}` })
  if (!atOnce) {
    return (
      <Card title={t('title')}>
        <p className="mb-4 text-ink-soft">{t('text', { amount: money(missing) })}</p>
        <Link href={waysHref} className={buttonClass({ wide: true })}>
          {t('ways')}
        </Link>
      </Card>
    )
  }
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-ink-soft">{t('sandbox')}</p>
      <RefusalNote error={topUp.error} />
      <Button wide busy={topUp.isPending} onClick={() => topUp.mutate()}>
        {t('at_once', { amount: money(missing) })}
      </Button>
      <Link href={waysHref} className={cx(buttonClass({ kind: 'quiet', wide: true }), 'mt-2')}>
        {t('other')}
      </Link>
    </Card>
  )
}
