import type { WalletCheckout } from '@danbao/contracts/wallet'
import { Button, CopyButton, TextInput, toast, useMoney, useWords, words } from '@danbao/ui'
import { Share2 } from 'lucide-react'

const readyWords = words({
  ready: {
    en: 'Send this link to your friend. Whoever has it sees the order and can pay it; this page shows by itself when it is paid.',
    ru: 'Отправьте эту ссылку другу. Кто её получит, увидит заказ и сможет оплатить; эта страница сама покажет, когда он оплачен.',
    zh: '请将此链接发给朋友。持有链接的人可查看并支付订单；付款后本页面会自动更新。',
  },
  link: { en: 'The link', ru: 'Ссылка', zh: '链接' },
  share: { en: 'Share', ru: 'Поделиться', zh: '分享' },
  copy: { en: 'Copy', ru: 'Скопировать', zh: '复制' },
  shared_text: {
    en: '{name} asks you to pay {amount} at {shop}',
    ru: '{name} просит вас оплатить {amount} в {shop}',
    zh: '{name} 请您代付 {shop} 的订单，金额 {amount}',
  },
  not_shared: {
    en: 'Sharing did not work. Copy the link instead.',
    ru: 'Поделиться не получилось. Скопируйте ссылку.',
    zh: '分享未成功，请复制链接。',
  },
})

export interface AskLink {
  /** Of who asks. */
  readonly name: string
  readonly url: string
}

export interface ReadyLinkProps {
  readonly checkout: WalletCheckout
  readonly made: AskLink
}

/** The link, and the ways in which this device can send it. */
export function ReadyLink({
  checkout: { total, marketplace },
  made: { name, url },
}: ReadyLinkProps) {
  const t = useWords(readyWords)
  const money = useMoney()
  const share = async (): Promise<void> => {
    const text = t('shared_text', { name, amount: money(total), shop: marketplace.name })
    try {
      await navigator.share({ text, url })
    } catch (error) {
      // Whoever closes the device's own sheet has changed their mind: nothing went wrong.
      const closed = error instanceof DOMException && error.name === 'AbortError'
      if (!closed) toast(t('not_shared'), 'danger')
    }
  }
  return (
    <>
      <p role="status">{t('ready')}</p>
      <TextInput label={t('link')} value={url} onValue={() => undefined} readOnly dir="ltr" />
      {canShare() && (
        <Button wide icon={Share2} onClick={() => void share()}>
          {t('share')}
        </Button>
      )}
      <CopyButton text={url} label={t('copy')} />
    </>
  )
}

/** Browsers of phones have it, and only where the address is one that they trust. */
function canShare(): boolean {
  return 'share' in navigator
}
