import { words } from '../../words/words.ts'

/** Refusals that concern money and payments: each says what it means for the money. */
export const moneyRefusals = words({
  account_frozen: {
    en: 'The account is frozen: nothing can be spent, refunds still arrive. Write to support{support}.',
    ru: 'Аккаунт заморожен: тратить нельзя, возвраты по-прежнему приходят. Напишите в поддержку{support}.',
    zh: '账户已冻结：不能支出，退款仍会到账。请联系客服{support}。',
  },
  account_closed: {
    en: 'The account is closed, so nothing can be moved with it. Write to support{support} if that surprises you.',
    ru: 'Аккаунт закрыт, операции по нему невозможны. Если это неожиданность, напишите в поддержку{support}.',
    zh: '账户已关闭，无法进行任何操作。如有疑问，请联系客服{support}。',
  },
  account_resting: {
    en: 'The account was recovered a short while ago, so payments are paused for 24 hours. Try again after that.',
    ru: 'Доступ к аккаунту недавно восстановлен, поэтому платежи приостановлены на 24 часа. Попробуйте после этого.',
    zh: '账户刚刚恢复，支付将暂停 24 小时。请之后再试。',
  },
  processor_missing: {
    en: 'This Danbao takes no cards yet. Everything else works without one.',
    ru: 'Карты этот Danbao пока не принимает. Всё остальное работает и без них.',
    zh: '此 Danbao 暂不支持银行卡，其他功能不受影响。',
  },
  processor_unavailable: {
    en: 'The card service does not answer right now. Nothing was changed and nothing was charged. Try again in a minute.',
    ru: 'Карточная служба сейчас не отвечает. Ничего не изменено и не списано. Попробуйте через минуту.',
    zh: '银行卡服务暂时没有响应，未作任何更改，也未扣款。请稍后再试。',
  },
  card_in_use: {
    en: 'This card is paying something at this moment. It takes half an hour at most; then unlink it.',
    ru: 'Этой картой сейчас что-то оплачивается. Это займёт не больше получаса, потом её можно отвязать.',
    zh: '此卡正在付款，最多需要半小时，之后即可解绑。',
  },
  tax_id_invalid: {
    en: 'This CPF or CNPJ can not be right: check it digit by digit.',
    ru: 'Такого CPF или CNPJ быть не может: сверьте его по цифрам.',
    zh: '此 CPF 或 CNPJ 有误：请逐位核对。',
  },
  bank_account_known: {
    en: 'This bank account is there already. Choose it below.',
    ru: 'Этот счёт уже добавлен. Выберите его ниже.',
    zh: '该银行账户已存在，请在下方选择。',
  },
  bank_accounts_full: {
    en: 'There are five bank accounts already. Remove one that you do not use.',
    ru: 'Уже добавлено пять счетов. Удалите тот, которым не пользуетесь.',
    zh: '最多可添加五个银行账户，请先删除不用的账户。',
  },
  card_declined: {
    en: 'The bank has refused the card. Nothing was charged. Try another card, or pay from the wallet.',
    ru: 'Банк отклонил карту. Ничего не списано. Попробуйте другую карту или заплатите из кошелька.',
    zh: '银行拒绝了此卡，未扣款。请换一张卡，或用钱包付款。',
  },
  card_expired: {
    en: 'This month is over. Look at the card: it is good through the last day of the month on it.',
    ru: 'Этот месяц уже прошёл. Посмотрите на карту: она действует до последнего дня указанного месяца.',
    zh: '该月份已过。请查看卡面：卡片在所印月份的最后一天前有效。',
  },
  checkout_changed: {
    en: 'The order has changed meanwhile. Nothing was charged. Look at the new total and pay that.',
    ru: 'Заказ тем временем изменился. Ничего не списано. Посмотрите новую сумму и оплатите её.',
    zh: '订单已变更，未扣款。请查看新的金额后再付款。',
  },
  insufficient_funds: {
    en: 'There is not enough money in the wallet for this. Nothing was charged. Add money first.',
    ru: 'В кошельке недостаточно денег. Ничего не списано. Сначала пополните его.',
    zh: '钱包余额不足，未扣款。请先充值。',
  },
  limit_exceeded: {
    en: 'This would go over a limit of your account. Nothing was charged. A higher level raises the limit.',
    ru: 'Так будет превышен лимит аккаунта. Ничего не списано. Более высокий уровень повышает лимит.',
    zh: '此操作将超出账户限额，未扣款。提升等级可提高限额。',
  },
  amount_too_large: {
    en: 'The amount is larger than we can take. Nothing was charged. Enter a smaller one.',
    ru: 'Сумма больше допустимой. Ничего не списано. Укажите меньше.',
    zh: '金额超出上限，未扣款。请输入较小的金额。',
  },
  file_refused: {
    en: 'Nothing of this file was taken in: something in it is wrong.',
    ru: 'Из этого файла ничего не принято: в нём ошибка.',
    zh: '文件有误，未导入任何内容。',
  },
  out_of_bounds: {
    en: 'This amount does not come in this way. Look at the bounds beside the way, and change it.',
    ru: 'Такую сумму этим способом пополнить нельзя. Посмотрите пределы рядом со способом и измените её.',
    zh: '此方式不接受该金额。请查看该方式的限额后修改金额。',
  },
  reference_in_use: {
    en: 'This number was told already, by you or by somebody else. Check its digits; if they are right, write to support{support}.',
    ru: 'Этот номер уже указали — вы или кто-то другой. Проверьте цифры; если всё верно, напишите в поддержку{support}.',
    zh: '该号码已有人填写。请核对；若无误，请联系客服{support}。',
  },
  amount_mismatch: {
    en: 'The items come to another sum than this. Nothing was moved. Look at the list again.',
    ru: 'Сумма позиций другая. Ничего не проведено. Проверьте список ещё раз.',
    zh: '各项合计与此金额不符，未作任何变动。请再核对列表。',
  },
  currency_not_enabled: {
    en: 'This currency is not offered here. Nothing was charged. Choose another.',
    ru: 'Эта валюта здесь недоступна. Ничего не списано. Выберите другую.',
    zh: '此处不支持该货币，未扣款。请选择其他货币。',
  },
  currency_mismatch: {
    en: 'The currencies differ. Nothing was charged. Choose the currency of the payment.',
    ru: 'Валюты не совпадают. Ничего не списано. Выберите валюту платежа.',
    zh: '币种不一致，未扣款。请选择与付款相同的货币。',
  },
  rate_unavailable: {
    en: 'There is no exchange rate for this currency at the moment. Nothing was charged. Try again later.',
    ru: 'Сейчас нет курса для этой валюты. Ничего не списано. Попробуйте позже.',
    zh: '目前没有该货币的汇率，未扣款。请稍后再试。',
  },
  quote_expired: {
    en: 'The exchange rate was only good for a short time. Nothing was charged. Look at the new one.',
    ru: 'Курс действовал недолго и истёк. Ничего не списано. Посмотрите новый.',
    zh: '汇率报价已过期，未扣款。请查看新的汇率。',
  },
  dispute_open: {
    en: 'A dispute is open already. The money stays held until it ends.',
    ru: 'Спор уже открыт. Деньги удерживаются до его завершения.',
    zh: '已有进行中的争议。争议结束前资金将继续担保。',
  },
  claim_window_closed: {
    en: 'The time for a claim is over, and the money was released. Write to the seller or to support{support}.',
    ru: 'Срок для претензии прошёл, деньги выплачены. Напишите продавцу или в поддержку{support}.',
    zh: '索赔期已过，资金已放款。请联系卖家或客服{support}。',
  },
  not_extendable: {
    en: 'The deadline can not be moved now. It stands as shown.',
    ru: 'Срок сейчас нельзя продлить. Он остаётся прежним.',
    zh: '目前无法延长期限，仍以显示的时间为准。',
  },
  not_withdrawable: {
    en: 'Money in a wallet is for buying and can not be paid out. What you sold can.',
    ru: 'Деньги в кошельке — для покупок, вывести их нельзя. Вывести можно выручку.',
    zh: '钱包余额仅用于购物，不能提现。可以提现的是货款。',
  },
  bank_account_invalid: {
    en: 'This bank account can not be right: check the IBAN and the BIC, digit by digit.',
    ru: 'Такого счёта быть не может: сверьте IBAN и BIC по цифрам.',
    zh: '此银行账户信息有误：请逐位核对 IBAN 和 BIC。',
  },
  same_account: {
    en: 'Buyer and seller are the same account. Nothing was charged.',
    ru: 'Покупатель и продавец — один и тот же аккаунт. Ничего не списано.',
    zh: '买家和卖家是同一账户，未扣款。',
  },
  pay_by_checkout: {
    en: 'This payment belongs to an order with others. Pay the whole order at once.',
    ru: 'Этот платёж — часть заказа. Оплатите заказ целиком.',
    zh: '此付款属于一个合并订单。请一次性支付整个订单。',
  },
  nothing_to_accept: {
    en: 'The other side has made no offer that could be accepted now. Reload to see how it stands.',
    ru: 'Сейчас нет предложения другой стороны, которое можно принять. Обновите страницу.',
    zh: '对方目前没有可接受的提议。请刷新查看最新状态。',
  },
})
