import type { AskedToPay } from '@danbao/contracts/wallet'
import { Card, useWords, words } from '@danbao/ui'
import { HandHeart } from 'lucide-react'

const askedWords = words({
  asks: {
    en: '{name} asks you to pay',
    ru: '{name} просит вас заплатить',
    zh: '{name} 请您代付',
  },
  quote: { en: '“{message}”', ru: '«{message}»', zh: '“{message}”' },
  means: {
    en: 'You pay from your wallet. If it is refunded, the money comes back to you, and it is you who confirms that everything arrived.',
    ru: 'Вы платите из своего кошелька. При возврате деньги придут вам, и получение подтверждаете тоже вы.',
    zh: '款项从您的钱包支付。如有退款将退还给您，并由您确认收货。',
  },
  known: {
    en: 'The name and the words are theirs. Pay only for somebody you know.',
    ru: 'Имя и слова вписал отправитель ссылки. Платите только за тех, кого знаете.',
    zh: '姓名和留言由对方填写。请仅为您认识的人付款。',
  },
})

/** To the friend: who asks, in their own words, and what paying for somebody means. */
export function AskedNote({ asked: { name, message } }: { readonly asked: AskedToPay }) {
  const t = useWords(askedWords)
  return (
    <Card>
      <div className="flex gap-3">
        <HandHeart aria-hidden className="mt-0.5 size-6 shrink-0 text-jade" />
        <div className="flex min-w-0 flex-col gap-3">
          <h2 className="text-large font-strong break-words">{t('asks', { name })}</h2>
          {message !== null && (
            <blockquote className="border-s-4 border-line ps-3 break-words">
              <p>{t('quote', { message })}</p>
            </blockquote>
          )}
          <p>{t('means')}</p>
          <p className="text-small text-ink-soft">{t('known')}</p>
        </div>
      </div>
    </Card>
  )
}
