import { words } from '@danbao/ui'

export const railWords = words({
  webmoney: { en: 'WebMoney', ru: 'WebMoney', zh: 'WebMoney' },
  bank_transfer: { en: 'Bank', ru: 'Банк', zh: '银行' },
  western_union: { en: 'Western Union', ru: 'Western Union', zh: '西联汇款' },
  boleto: { en: 'Boleto', ru: 'Boleto', zh: 'Boleto' },
  card: { en: 'Cards', ru: 'Карты', zh: '银行卡' },
})

/** Why money waits. */
export const doubtWords = words({
  no_reference: { en: 'No reference', ru: 'Нет номера пополнения', zh: '没有充值编号' },
  unknown_reference: { en: 'Unknown reference', ru: 'Неизвестный номер', zh: '编号无法识别' },
  wrong_currency: { en: 'Another currency', ru: 'Другая валюта', zh: '币种不同' },
  wrong_amount: { en: 'Another amount', ru: 'Другая сумма', zh: '金额不同' },
  not_awaited: { en: 'Not awaited any more', ru: 'Уже не ждали', zh: '已不再等待' },
  other_payer: { en: 'Another payer', ru: 'Другой плательщик', zh: '付款人不同' },
  not_covered: {
    en: 'Went back, and the wallet is short of it',
    ru: 'Отозвано, а в кошельке не хватает',
    zh: '已被撤回，钱包余额不足',
  },
  unknown_arrival: {
    en: 'Went back, and nobody knows of what',
    ru: 'Отозвано неизвестное поступление',
    zh: '已被撤回，无法对应原入账',
  },
})

/** What can be done with it. */
export const choiceWords = words({
  assign: { en: 'Give it to somebody', ru: 'Зачислить кому-то', zh: '入账给某人' },
  assign_text: {
    en: 'It is credited to their wallet and can not be sent back from there.',
    ru: 'Деньги придут в кошелёк, вернуть их оттуда будет нельзя.',
    zh: '将存入其钱包，之后无法退回汇款人。',
  },
  return: { en: 'Send it back', ru: 'Отправить обратно', zh: '退回' },
  return_text: {
    en: 'It leaves the books here; send it back at the bank yourself.',
    ru: 'Здесь деньги спишутся; сам возврат отправьте в банке.',
    zh: '此处记账转出；请自行在银行办理退回。',
  },
  collect: { en: 'Take it from a wallet', ru: 'Взыскать из кошелька', zh: '从钱包扣回' },
  collect_text: {
    en: 'Only from the wallet that had got the money, as far as it holds so much.',
    ru: 'Только из кошелька, куда пришли деньги, и если их там достаточно.',
    zh: '仅限收到该款项的钱包，且余额足够。',
  },
  write_off: { en: 'Write it off', ru: 'Списать в убыток', zh: '核销' },
  write_off_text: {
    en: 'The operator bears it as a loss.',
    ru: 'Убыток несёт оператор.',
    zh: '由运营方承担损失。',
  },
})

export const wishStateWords = words({
  asked: { en: 'Waits for a second person', ru: 'Ждёт второго сотрудника', zh: '等待他人批准' },
  agreed: { en: 'Being done', ru: 'Выполняется', zh: '执行中' },
  done: { en: 'Done', ru: 'Выполнено', zh: '已完成' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  failed: { en: 'Could not be done', ru: 'Не удалось', zh: '未能执行' },
})

/** What became of the entries of a file. */
export const outcomeWords = words({
  credited: { en: 'credited', ru: 'зачислено', zh: '已入账' },
  suspense: { en: 'waiting', ru: 'ждут', zh: '待处理' },
  reversed: { en: 'taken back', ru: 'отозвано', zh: '已撤回' },
  paid_out: { en: 'payouts paid', ru: 'выводов исполнено', zh: '提现已付' },
  payout_returned: { en: 'payouts back', ru: 'выводов вернулось', zh: '提现退回' },
  rate: { en: 'exchange rates', ru: 'курсов', zh: '汇率' },
  known: { en: 'known before', ru: 'известны', zh: '此前已知' },
  other: { en: 'no deposits', ru: 'не поступления', zh: '非入账' },
})
