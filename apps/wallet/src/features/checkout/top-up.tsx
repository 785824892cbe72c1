import { Button, Callout, Card, RefusalNote, useMoney, useWords, words } from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { commandKey, forgetCommandKey } from '../payments/command-key.ts'
import { refreshCheckout } from './queries.ts'

const topUpWords = words({
  title: { en: 'Top up the wallet', ru: 'Пополните кошелёк', zh: '为钱包充值' },
  sandbox: {
    en: 'Sandbox: play money arrives at once.',
    ru: 'Песочница: игрушечные деньги приходят сразу.',
    zh: '沙盒：虚拟资金即时到账。',
  },
  at_once: { en: 'Top up {amount}', ru: 'Пополнить на {amount}', zh: '充值 {amount}' },
  none: {
    en: 'This Danbao offers no way to top up yet. Your order waits here until its time is over.',
    ru: 'Этот Danbao пока не предлагает способа пополнения. Заказ ждёт здесь до конца срока.',
    zh: '此 Danbao 暂不提供充值方式。订单将在有效期内保留于此。',
  },
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
  if (!atOnce) return <Callout kind="attention">{t('none')}</Callout>
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-ink-soft">{t('sandbox')}</p>
      <RefusalNote error={topUp.error} />
      <Button wide busy={topUp.isPending} onClick={() => topUp.mutate()}>
        {t('at_once', { amount: money(missing) })}
      </Button>
    </Card>
  )
}
