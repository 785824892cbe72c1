import { Callout, useWords, words } from '@danbao/ui'

const declineWords = words({
  title: {
    en: 'The card did not pay',
    ru: 'Оплатить картой не получилось',
    zh: '银行卡付款未成功',
  },
  no_money: {
    en: 'There is not enough money on the card, or its limit is reached. Nothing was charged. Pay with another card, or from the wallet.',
    ru: 'На карте не хватает денег или исчерпан её лимит. Ничего не списано. Заплатите другой картой или из кошелька.',
    zh: '卡内余额不足或已达限额，未扣款。请换一张卡，或用钱包付款。',
  },
  expired: {
    en: 'The bank says that the card has expired. Nothing was charged. Add your new card, or pay from the wallet.',
    ru: 'Банк сообщает, что срок карты закончился. Ничего не списано. Добавьте новую карту или заплатите из кошелька.',
    zh: '银行表示此卡已过期，未扣款。请添加新卡，或用钱包付款。',
  },
  wrong_code: {
    en: 'The security code was not right. Nothing was charged. Unlink the card and add it again with the code on its back.',
    ru: 'Код безопасности неверный. Ничего не списано. Отвяжите карту и добавьте её снова с кодом на обороте.',
    zh: '安全码不正确，未扣款。请解绑后用卡背面的安全码重新添加。',
  },
  not_confirmed: {
    en: 'The payment was not confirmed at the bank. Nothing was charged. Try again and confirm it there, or pay another way.',
    ru: 'Платёж не подтверждён в банке. Ничего не списано. Попробуйте ещё раз и подтвердите его там или заплатите иначе.',
    zh: '未在银行确认付款，未扣款。请重试并在银行确认，或换其他方式。',
  },
  later: {
    en: 'The bank can not answer just now. Nothing was charged. Try again in a minute, or pay another way.',
    ru: 'Банк сейчас не может ответить. Ничего не списано. Попробуйте через минуту или заплатите иначе.',
    zh: '银行暂时无法答复，未扣款。请稍后再试，或换其他方式。',
  },
  card_gone: {
    en: 'The card service does not know this card any more, so it was unlinked. Nothing was charged. Add it again, or pay another way.',
    ru: 'Карточная служба больше не знает этой карты, поэтому она отвязана. Ничего не списано. Добавьте её снова или заплатите иначе.',
    zh: '银行卡服务已不再识别此卡，因此已解绑，未扣款。请重新添加，或换其他方式付款。',
  },
  refused: {
    en: 'The bank has refused and does not say why. Nothing was charged. Pay another way, or ask your bank.',
    ru: 'Банк отклонил платёж и не сообщает почему. Ничего не списано. Заплатите иначе или спросите свой банк.',
    zh: '银行拒绝付款且未说明原因，未扣款。请换其他方式，或咨询您的银行。',
  },
})

type Reason = Exclude<keyof typeof declineWords, 'title'>

/** Why a card did not pay, and the next best step. A reason that is new here is told without it. */
export function DeclineNote({ reason }: { readonly reason: string }) {
  const t = useWords(declineWords)
  return (
    <Callout kind="attention" title={t('title')} live>
      {t(isReason(reason) ? reason : 'refused')}
    </Callout>
  )
}

function isReason(reason: string): reason is Reason {
  return reason !== 'title' && Object.hasOwn(declineWords, reason)
}
