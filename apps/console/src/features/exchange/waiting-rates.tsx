import type { ExchangeDesk } from '@danbao/contracts/console'
import { Callout, TextLink, useWords, words } from '@danbao/ui'

const waitingWords = words({
  waits: {
    en: '{name} wants 1 EUR = {rate} {currency}. It holds when a second person agrees.',
    ru: '{name} предлагает 1 EUR = {rate} {currency}. Курс начнёт действовать, когда согласится второй сотрудник.',
    zh: '{name} 申请 1 EUR = {rate} {currency}，待第二人同意后生效。',
  },
  open: { en: 'Open the approval', ru: 'Открыть согласование', zh: '查看审批' },
})

export function WaitingRates({ waiting }: Pick<ExchangeDesk, 'waiting'>) {
  const t = useWords(waitingWords)
  return waiting.map(({ approval, currency, per_euro: rate, reason, requested_by: { name } }) => (
    <Callout
      key={approval}
      kind="info"
      title={t('waits', { name, rate, currency })}
      action={<TextLink href={`/approvals/${approval}`}>{t('open')}</TextLink>}
    >
      {reason}
    </Callout>
  ))
}
