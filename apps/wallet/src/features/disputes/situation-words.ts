import { words } from '@danbao/ui'

/** How it stands, in a sentence that is also the heading. */
export const situationWords = words({
  seller_to_answer: {
    en: 'The seller has to answer',
    ru: 'Слово за продавцом',
    zh: '等待卖家回应',
  },
  you_to_answer: {
    en: 'The buyer reports a problem. Please answer',
    ru: 'Покупатель сообщил о проблеме. Ответьте, пожалуйста',
    zh: '买家报告了问题，请回应',
  },
  their_offer: {
    en: 'The other side has made an offer. It is your turn',
    ru: 'Другая сторона сделала предложение. Ваш ход',
    zh: '对方已提出方案，请您回应',
  },
  your_offer: {
    en: 'Your offer is with the other side',
    ru: 'Ваше предложение у другой стороны',
    zh: '您的方案已发给对方',
  },
  you_send_back: {
    en: 'You have agreed. Send the goods back',
    ru: 'Вы договорились. Отправьте товар обратно',
    zh: '已达成一致，请寄回商品',
  },
  buyer_sends_back: {
    en: 'You have agreed. The buyer sends the goods back',
    ru: 'Вы договорились. Покупатель отправит товар обратно',
    zh: '已达成一致，等待买家寄回商品',
  },
  on_way_back: {
    en: 'The goods are on their way back',
    ru: 'Товар едет обратно',
    zh: '商品正在寄回途中',
  },
  you_confirm_return: {
    en: 'The goods are on their way to you. Say when they have come',
    ru: 'Товар едет к вам. Сообщите, когда получите',
    zh: '商品正在寄回给您，收到后请确认',
  },
  with_arbiter: {
    en: 'An arbiter looks at both sides',
    ru: 'Арбитр изучает обе стороны',
    zh: '仲裁员正在审理',
  },
  with_second_arbiter: {
    en: 'Another arbiter looks at it once more',
    ru: 'Дело заново смотрит другой арбитр',
    zh: '另一位仲裁员正在复审',
  },
  decided: { en: 'The arbiter has decided', ru: 'Арбитр принял решение', zh: '仲裁员已作出裁决' },
  closed: { en: 'The dispute is over', ru: 'Спор закончен', zh: '争议已结束' },
})

/** What happens by itself after the time is over. */
export const silenceWords = words({
  proposal: {
    en: 'If the seller does not answer in time, the buyer’s proposal is carried out.',
    ru: 'Если продавец не ответит в срок, будет так, как просит покупатель.',
    zh: '如卖家逾期未回应，将按买家的方案执行。',
  },
  arbiter: {
    en: 'If nothing is agreed by then, an arbiter decides.',
    ru: 'Если к этому сроку не договоритесь, решит арбитр.',
    zh: '如届时仍未达成一致，将由仲裁员裁决。',
  },
  to_seller: {
    en: 'If nothing is sent back by then, the money stays with the seller.',
    ru: 'Если к этому сроку товар не отправят, деньги останутся продавцу.',
    zh: '如届时未寄回商品，款项归卖家。',
  },
  refund: {
    en: 'If nobody says anything by then, the agreed money goes back to the buyer.',
    ru: 'Если до этого срока никто ничего не сообщит, оговорённые деньги вернутся покупателю.',
    zh: '如届时双方均无回应，将按约定金额退还买家。',
  },
  decision: {
    en: 'Then it is carried out, unless one of you appeals. An appeal is possible once; another arbiter decides it for good.',
    ru: 'После этого решение исполнят, если никто из вас не обжалует его. Обжаловать можно один раз; другой арбитр решит окончательно.',
    zh: '如双方均未申诉，届时将执行。仅可申诉一次，由另一位仲裁员作出最终裁决。',
  },
})

export const outcomeWords = words({
  withdrawn: {
    en: 'The buyer took the report back. The payment goes on as before.',
    ru: 'Покупатель отозвал жалобу. Платёж идёт дальше как раньше.',
    zh: '买家已撤回，付款照常进行。',
  },
  released: {
    en: 'The money went to the seller.',
    ru: 'Деньги получил продавец.',
    zh: '款项已放给卖家。',
  },
  refunded: {
    en: 'All of the money went back to the buyer.',
    ru: 'Все деньги вернулись покупателю.',
    zh: '款项已全部退还买家。',
  },
  split: {
    en: 'The money was divided between the two of you.',
    ru: 'Деньги разделены между вами.',
    zh: '款项已在双方之间分配。',
  },
  dismissed: {
    en: 'The claim was not granted. The money stays with the seller.',
    ru: 'Претензия отклонена. Деньги остаются у продавца.',
    zh: '索赔未获支持，款项仍归卖家。',
  },
  granted: {
    en: 'The claim was granted. The money went back to the buyer.',
    ru: 'Претензия удовлетворена. Деньги вернулись покупателю.',
    zh: '索赔成立，款项已退还买家。',
  },
})

export const reasonWords = words({
  not_received: { en: 'Not received', ru: 'Не получено', zh: '未收到商品' },
  not_as_described: { en: 'Not as described', ru: 'Не соответствует описанию', zh: '与描述不符' },
  damaged: { en: 'Damaged', ru: 'Повреждено', zh: '商品损坏' },
  counterfeit: { en: 'Counterfeit', ru: 'Подделка', zh: '假货' },
  wrong_amount: { en: 'Wrong amount', ru: 'Не та сумма', zh: '金额不符' },
  unauthorised: { en: 'Not bought by the owner', ru: 'Покупал не владелец', zh: '非本人购买' },
  other: { en: 'Another problem', ru: 'Другая проблема', zh: '其他问题' },
})
