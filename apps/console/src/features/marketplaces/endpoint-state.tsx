import type { DeliveryView, WebhookEndpointView } from '@danbao/contracts'
import { Badge, useWords, words } from '@danbao/ui'
import { CircleAlert, CircleCheck, CirclePause, Hourglass } from 'lucide-react'

const stateWords = words({
  working: { en: 'Working', ru: 'Работает', zh: '正常' },
  failing: { en: 'Failing', ru: 'Не отвечает', zh: '失败中' },
  disabled: { en: 'Switched off', ru: 'Выключен', zh: '已停用' },
  given_up: { en: 'Switched off by us', ru: 'Выключен системой', zh: '已被系统停用' },
  delivered: { en: 'Delivered', ru: 'Доставлено', zh: '已送达' },
  waiting: { en: 'Waiting', ru: 'Ждёт отправки', zh: '待发送' },
  retrying: { en: 'Failed, tried again', ru: 'Сбой, будет повтор', zh: '失败，将重试' },
  failed: { en: 'Failed', ru: 'Не доставлено', zh: '失败' },
})

/** How an address does. */
export function EndpointState({ endpoint }: { readonly endpoint: WebhookEndpointView }) {
  const t = useWords(stateWords)
  const { enabled, disabled_reason: reason, failing_since: since } = endpoint
  if (!enabled && reason !== null) {
    return (
      <Badge kind="danger" icon={CircleAlert}>
        {t('given_up')}
      </Badge>
    )
  }
  if (!enabled) return <Badge icon={CirclePause}>{t('disabled')}</Badge>
  if (since === null) {
    return (
      <Badge kind="success" icon={CircleCheck}>
        {t('working')}
      </Badge>
    )
  }
  return (
    <Badge kind="attention" icon={CircleAlert}>
      {t('failing')}
    </Badge>
  )
}

/** How a delivery stands. */
export function DeliveryState({ delivery }: { readonly delivery: DeliveryView }) {
  const t = useWords(stateWords)
  switch (delivery.state) {
    case 'delivered':
      return (
        <Badge kind="success" icon={CircleCheck}>
          {t('delivered')}
        </Badge>
      )
    case 'failed':
      return (
        <Badge kind="danger" icon={CircleAlert}>
          {t('failed')}
        </Badge>
      )
    case 'pending':
      return delivery.attempts.length === 0 ? (
        <Badge icon={Hourglass}>{t('waiting')}</Badge>
      ) : (
        <Badge kind="attention" icon={Hourglass}>
          {t('retrying')}
        </Badge>
      )
  }
}
