import type { WalletCheckout } from '@danbao/contracts/wallet'
import { Button, buttonClass, Card, isRefusal, RefusalNote, useWords, words } from '@danbao/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api.ts'
import { meQuery } from '../../queries.ts'
import { checkoutQuery, refreshCheckout } from './queries.ts'

const bankWords = words({
  title: {
    en: 'Your bank wants you to confirm',
    ru: 'Банк просит подтвердить платёж',
    zh: '银行需要您确认付款',
  },
  text: {
    en: 'Confirm the payment by {card} on the page of your bank, then you come back here. Nothing is charged before that.',
    ru: 'Подтвердите оплату картой {card} на странице банка и вернётесь сюда. До этого ничего не спишется.',
    zh: '请在银行页面确认使用 {card} 付款，之后将返回此处。确认前不会扣款。',
  },
  working: {
    en: 'Your bank is being asked',
    ru: 'Спрашиваем ваш банк',
    zh: '正在联系您的银行',
  },
  working_text: {
    en: 'That takes a few seconds. You can leave this page: whatever the bank says, nothing is paid twice.',
    ru: 'Это займёт несколько секунд. Страницу можно закрыть: что бы ни ответил банк, дважды ничего не спишется.',
    zh: '只需几秒。您可以离开此页面：无论银行如何答复，都不会重复扣款。',
  },
  go: { en: 'To the bank', ru: 'На страницу банка', zh: '前往银行' },
  otherwise: { en: 'Pay another way', ru: 'Заплатить иначе', zh: '换其他方式付款' },
})

const ASK_MS = 3_000

export interface AskBankProps {
  readonly checkout: WalletCheckout
  readonly charge: NonNullable<NonNullable<WalletCheckout['viewer']>['charge']>
  /** It came to an end without a payment; a bank's no stands in the checkout itself. */
  readonly onRefused: (error: unknown) => void
}

/** A card is being asked: to the bank, or another way. The page asks how it stands meanwhile. */
export function AskBank({ checkout: { id }, charge, onRefused }: AskBankProps) {
  const t = useWords(bankWords)
  const client = useQueryClient()
  const me = useQuery(meQuery).data
  const take = (now: WalletCheckout): void => {
    client.setQueryData(checkoutQuery(id, me).queryKey, now)
    if (now.state === 'paid') void client.invalidateQueries({ queryKey: ['home'] })
  }
  const standing = useQuery({
    queryKey: ['charge', id],
    queryFn: async () => {
      const now = await api.call('advanceCharge', { params: { id } })
      take(now)
      return now
    },
    refetchInterval: ASK_MS,
    retry: false,
    gcTime: 0,
  })
  const { error } = standing
  useEffect(() => {
    // Without an answer nothing is known yet; it is asked again.
    if (error === null || isRefusal(error, 'offline', 'processor_unavailable')) return
    if (!isRefusal(error, 'card_declined')) onRefused(error)
    void refreshCheckout(client, id)
  }, [error])
  const leave = useMutation({
    mutationFn: () => api.call('giveUpCharge', { params: { id } }),
    onSuccess: take,
  })
  const { card, bank_url: bank } = charge
  const isAsked = bank !== null
  return (
    <Card title={t(isAsked ? 'title' : 'working')}>
      <p className="mb-4">
        {isAsked ? t('text', { card: `${card.brand} •••• ${card.last4}` }) : t('working_text')}
      </p>
      <RefusalNote error={leave.error} />
      <div className="flex flex-col gap-2">
        {isAsked && (
          <a href={bank} className={buttonClass({ wide: true })}>
            {t('go')}
          </a>
        )}
        <Button kind="secondary" busy={leave.isPending} onClick={() => leave.mutate()} wide>
          {t('otherwise')}
        </Button>
      </div>
    </Card>
  )
}
