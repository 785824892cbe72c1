/** To both sides of a dispute or claim: whose turn it is, and where the money is meanwhile. */
export const DISPUTE_WORDS = {
  buyer_disputed: {
    en: 'You ask {other} for {part} back',
    ru: 'Вы просите вернуть {part}, продавец {other}',
    zh: '您向 {other} 要求退回 {part}',
  },
  buyer_disputed_text: {
    en: 'The seller has until {due} to answer. We tell you what they say.',
    ru: 'Продавец должен ответить до {due}. Мы сообщим вам ответ.',
    zh: '卖家须在 {due} 前回复，我们会告知您结果。',
  },
  seller_disputed: {
    en: '{other} asks for {part} back',
    ru: 'Покупатель {other} просит вернуть {part}',
    zh: '{other} 要求退回 {part}',
  },
  seller_disputed_text: {
    en: 'Answer by {due}: accept, or make an offer. In a dispute, silence means that the money goes back.',
    ru: 'Ответьте до {due}: примите или предложите своё. В споре молчание означает, что деньги вернутся.',
    zh: '请在 {due} 前回复：接受或提出方案。争议中逾期未回复，款项将退回买家。',
  },
  offer_made: {
    en: 'You offered {part} to {other}',
    ru: 'Ваше предложение: {part}. Другая сторона: {other}',
    zh: '您向 {other} 提议 {part}',
  },
  offer_made_text: {
    en: 'So much would go to the buyer. The money stays where it is until you agree.',
    ru: 'Столько получит покупатель. Деньги остаются на месте, пока вы не договоритесь.',
    zh: '即退给买家的金额。在双方达成一致前，款项保持不动。',
  },
  offer_received: {
    en: '{other} offers: {part} to the buyer',
    ru: '{other} предлагает: {part} покупателю',
    zh: '{other} 提议退给买家 {part}',
  },
  offer_received_text: {
    en: 'Accept it or make another offer by {due}; then staff of Danbao look at it.',
    ru: 'Примите его или предложите своё до {due}; потом решать будут сотрудники Danbao.',
    zh: '请在 {due} 前接受或另行提议，逾期将由 Danbao 工作人员处理。',
  },
  late_offer_received: {
    en: '{other} offers: {part} to the buyer',
    ru: '{other} предлагает: {part} покупателю',
    zh: '{other} 提议退给买家 {part}',
  },
  late_offer_received_text: {
    en: 'You can accept it as long as staff of Danbao have not decided. The money does not move until then.',
    ru: 'Его можно принять, пока сотрудники Danbao не решили. До этого деньги не двигаются.',
    zh: '在 Danbao 工作人员作出裁决前，您仍可接受。在此之前款项不会变动。',
  },
  buyer_return_agreed: {
    en: 'Agreed: send the goods back to {other}',
    ru: 'Договорились: отправьте товар обратно, продавец {other}',
    zh: '已达成一致：请将货物退回 {other}',
  },
  buyer_return_agreed_text: {
    en: 'Ship them by {due} and you get {part} back. If you do not, the dispute ends without money for you.',
    ru: 'Отправьте до {due}, и вам вернётся {part}. Если нет, спор закончится без денег для вас.',
    zh: '请在 {due} 前寄回，您将收回 {part}。逾期争议将结束，您不会收到款项。',
  },
  seller_return_agreed: {
    en: 'Agreed: {other} sends the goods back',
    ru: 'Договорились: покупатель {other} вернёт товар',
    zh: '已达成一致：{other} 将寄回货物',
  },
  seller_return_agreed_text: {
    en: 'The buyer ships by {due}. When you have them, {part} goes back.',
    ru: 'Покупатель отправит до {due}. Когда товар будет у вас, {part} вернутся покупателю.',
    zh: '买家须在 {due} 前寄出。您收到后，{part} 将退回买家。',
  },
  buyer_return_shipped: {
    en: 'The goods are on their way back to {other}',
    ru: 'Товар едет обратно, продавец {other}',
    zh: '货物正在寄回 {other}',
  },
  buyer_return_shipped_text: {
    en: 'The seller has until {due} to receive them; then {part} comes back to you.',
    ru: 'Продавец принимает его до {due}; потом {part} вернутся вам.',
    zh: '卖家须在 {due} 前签收，之后 {part} 将退还给您。',
  },
  seller_return_shipped: {
    en: '{other} has shipped the goods back',
    ru: 'Покупатель {other} отправил товар обратно',
    zh: '{other} 已寄回货物',
  },
  seller_return_shipped_text: {
    en: 'Say when you have them, or object by {due}. After that {part} goes back by itself.',
    ru: 'Сообщите, когда получите, или возразите до {due}. Потом {part} вернутся покупателю сами.',
    zh: '收到后请确认，或在 {due} 前提出异议。逾期 {part} 将自动退回买家。',
  },
  buyer_return_arrived: {
    en: 'The goods are back with {other}',
    ru: 'Товар снова у продавца {other}',
    zh: '货物已退回 {other}',
  },
  buyer_return_arrived_text: {
    en: 'The seller has until {due} to look at them; then {part} comes back to you.',
    ru: 'Продавец проверяет его до {due}; потом {part} вернутся вам.',
    zh: '卖家须在 {due} 前验货，之后 {part} 将退还给您。',
  },
  seller_return_arrived: {
    en: 'The goods from {other} are back',
    ru: 'Товар вернулся, покупатель {other}',
    zh: '{other} 寄回的货物已送达',
  },
  seller_return_arrived_text: {
    en: 'Look at them and confirm, or object by {due}. After that {part} goes back by itself.',
    ru: 'Проверьте и подтвердите или возразите до {due}. Потом {part} вернутся покупателю сами.',
    zh: '请验货并确认，或在 {due} 前提出异议。逾期 {part} 将自动退回买家。',
  },
  escalated: {
    en: 'Staff of Danbao decide the case with {other}',
    ru: 'Сотрудники Danbao решают. Другая сторона: {other}',
    zh: '您与 {other} 的纠纷由 Danbao 工作人员裁决',
  },
  escalated_text: {
    en: 'The money does not move until they have decided. You can still agree with the other side.',
    ru: 'До решения деньги не двигаются. Вы ещё можете договориться с другой стороной.',
    zh: '裁决前款项不会变动。您仍可与对方协商。',
  },
  decided: {
    en: 'Decided: {part} goes to the buyer',
    ru: 'Решение: покупателю {part}',
    zh: '裁决：退给买家 {part}',
  },
  decided_text: {
    en: 'Read the reasons. You and {other} can appeal until {due}; then it is carried out.',
    ru: 'Прочитайте обоснование. Обжаловать можно до {due}, {other} тоже; потом решение будет исполнено.',
    zh: '请查看裁决理由。您和 {other} 可在 {due} 前申诉，逾期裁决将被执行。',
  },
  appeal_made: {
    en: 'You appealed against the decision',
    ru: 'Вы обжаловали решение',
    zh: '您已对裁决提出申诉',
  },
  appeal_received: {
    en: '{other} appealed against the decision',
    ru: '{other} обжалует решение',
    zh: '{other} 已对裁决提出申诉',
  },
  appeal_made_text: {
    en: 'Somebody else of the staff decides once more. Until then the money does not move.',
    ru: 'Решит ещё раз другой сотрудник. До этого деньги не двигаются.',
    zh: '将由另一名工作人员重新裁决，在此之前款项不会变动。',
  },
  appeal_received_text: {
    en: 'Somebody else of the staff decides once more. Until then the money does not move.',
    ru: 'Решит ещё раз другой сотрудник. До этого деньги не двигаются.',
    zh: '将由另一名工作人员重新裁决，在此之前款项不会变动。',
  },
  buyer_withdrawn: {
    en: 'You took the dispute with {other} back',
    ru: 'Вы отозвали спор, продавец {other}',
    zh: '您已撤回与 {other} 的争议',
  },
  buyer_withdrawn_text: {
    en: '{amount} stays held until {due}; then the seller gets it.',
    ru: '{amount} удержаны до {due}; потом их получит продавец.',
    zh: '{amount} 由 Danbao 担保至 {due}，到期付给卖家。',
  },
  seller_withdrawn: {
    en: '{other} took the dispute back',
    ru: 'Покупатель {other} отозвал спор',
    zh: '{other} 已撤回争议',
  },
  seller_withdrawn_text: {
    en: '{amount} stays held until {due}; then it is released to you by itself.',
    ru: '{amount} удержаны до {due}; потом деньги будут выплачены вам сами.',
    zh: '{amount} 由 Danbao 担保至 {due}，到期将自动放款给您。',
  },
  buyer_claim_granted: {
    en: '{part} came back to you from {other}',
    ru: 'Вам вернулось {part}, продавец {other}',
    zh: '{other} 已向您退回 {part}',
  },
  buyer_claim_granted_text: {
    en: 'The claim ended in your favour. The money is in your wallet.',
    ru: 'Претензия решена в вашу пользу. Деньги в вашем кошельке.',
    zh: '索赔结果对您有利，款项已到您的钱包。',
  },
  seller_claim_granted: {
    en: '{part} was taken back for {other}',
    ru: 'Взыскано {part}, покупатель {other}',
    zh: '已扣回 {part} 退给 {other}',
  },
  seller_claim_granted_text: {
    en: 'The claim ended in favour of the buyer. The money was taken from your proceeds and the commission.',
    ru: 'Претензия решена в пользу покупателя. Деньги взяты из вашей выручки и комиссии.',
    zh: '索赔结果对买家有利，款项已从您的货款和佣金中扣回。',
  },
  buyer_claim_dismissed: {
    en: 'The claim against {other} ended without money',
    ru: 'Претензия завершена без выплаты, продавец {other}',
    zh: '对 {other} 的索赔已结束，无赔付',
  },
  buyer_claim_dismissed_text: {
    en: 'The seller keeps the money. Read why on the page of the payment.',
    ru: 'Деньги остаются у продавца. Причина указана на странице платежа.',
    zh: '款项归卖家所有。原因请见付款详情页。',
  },
  seller_claim_dismissed: {
    en: 'The claim of {other} ended: you keep the money',
    ru: 'Претензия завершена, деньги ваши. Покупатель {other}',
    zh: '{other} 的索赔已结束，款项归您所有',
  },
  seller_claim_dismissed_text: {
    en: 'Nothing was taken from your proceeds.',
    ru: 'Из вашей выручки ничего не взято.',
    zh: '您的货款没有被扣除。',
  },
  buyer_claim_withdrawn: {
    en: 'You took the claim against {other} back',
    ru: 'Вы отозвали претензию, продавец {other}',
    zh: '您已撤回对 {other} 的索赔',
  },
  buyer_claim_withdrawn_text: {
    en: 'The seller keeps the money.',
    ru: 'Деньги остаются у продавца.',
    zh: '款项归卖家所有。',
  },
  seller_claim_withdrawn: {
    en: '{other} took the claim back',
    ru: 'Покупатель {other} отозвал претензию',
    zh: '{other} 已撤回索赔',
  },
  seller_claim_withdrawn_text: {
    en: 'You keep the money. Nothing was taken from your proceeds.',
    ru: 'Деньги остаются у вас. Из вашей выручки ничего не взято.',
    zh: '款项归您所有，您的货款没有被扣除。',
  },
} as const
