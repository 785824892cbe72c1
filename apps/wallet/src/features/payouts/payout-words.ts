import { words } from '@danbao/ui'

export const payoutWords = words({
  title: { en: 'Payouts to a bank', ru: 'Вывод в банк', zh: '提现到银行' },
  intro: {
    en: 'Your proceeds go to your bank account. Money in the wallet is for buying and stays here.',
    ru: 'Выручка уходит на ваш банковский счёт. Деньги кошелька — для покупок, они остаются здесь.',
    zh: '货款可提现到您的银行账户。钱包余额仅用于购物，不能提现。',
  },
  nothing: { en: 'Nothing to pay out yet', ru: 'Выводить пока нечего', zh: '暂无可提现的货款' },
  nothing_text: {
    en: 'When a buyer confirms a purchase, your part of it appears here a day later.',
    ru: 'Когда покупатель подтвердит получение, ваша часть появится здесь через день.',
    zh: '买家确认收货一天后，您的货款将显示在这里。',
  },
  available: { en: 'Can be paid out', ru: 'Можно вывести', zh: '可提现' },
  debt: { en: 'Debt', ru: 'Долг', zh: '欠款' },
  lines: {
    en: 'Every movement, line by line',
    ru: 'Все движения построчно',
    zh: '逐笔明细',
  },
  debt_text: {
    en: 'The next sales settle it. After that, proceeds can be paid out again.',
    ru: 'Его погасят следующие продажи. Потом выручку снова можно будет выводить.',
    zh: '将由后续销售抵扣，之后货款可再次提现。',
  },
  held: {
    en: '{amount} more can be paid out within a day: each sale rests for 24 hours after the release.',
    ru: 'Ещё {amount} можно будет вывести в течение суток: каждая продажа ждёт 24 часа после выплаты.',
    zh: '另有 {amount} 将在一天内可提现：每笔销售放款后需等待 24 小时。',
  },
  least: { en: 'From {least} on.', ru: 'Вывод — от {least}.', zh: '最低提现 {least}。' },
  not_offered: {
    en: 'There are no payouts in {currency} here so far. The money stays yours.',
    ru: 'Вывода в {currency} здесь пока нет. Деньги остаются вашими.',
    zh: '目前不支持 {currency} 提现，款项仍归您所有。',
  },
  pay_out: { en: 'Pay out', ru: 'Вывести', zh: '提现' },
  accounts: { en: 'Bank accounts', ru: 'Банковские счета', zh: '银行账户' },
  add: { en: 'Add a bank account', ru: 'Добавить счёт', zh: '添加银行账户' },
  no_account: {
    en: 'First say where the money goes.',
    ru: 'Сначала укажите, куда переводить.',
    zh: '请先填写收款账户。',
  },
  other_holder: {
    en: 'Another holder: staff look at each payout first',
    ru: 'Чужой счёт: вывод проверят сотрудники',
    zh: '户名不同：提现需人工审核',
  },
  remove: { en: 'Remove', ru: 'Удалить', zh: '删除' },
  remove_title: {
    en: 'Remove the bank account •••• {last4}?',
    ru: 'Удалить счёт •••• {last4}?',
    zh: '删除银行账户 •••• {last4}？',
  },
  remove_text: {
    en: 'Nothing more is paid out to it. What is on its way still arrives.',
    ru: 'На него больше ничего не выводится. Уже отправленное дойдёт.',
    zh: '不再向此账户提现，已发出的款项仍会到账。',
  },
  keep: { en: 'Keep it', ru: 'Оставить', zh: '保留' },
  removed: { en: 'The bank account is removed.', ru: 'Счёт удалён.', zh: '账户已删除。' },
  schedule: { en: 'By itself', ru: 'Автоматически', zh: '自动提现' },
  never: { en: 'Only when I ask', ru: 'Только по моей просьбе', zh: '仅手动提现' },
  week: { en: 'Every Monday', ru: 'Каждый понедельник', zh: '每周一' },
  month: { en: 'On the first of each month', ru: 'Первого числа каждого месяца', zh: '每月一日' },
  schedule_text: {
    en: 'All that can be paid out by then, in the morning.',
    ru: 'Утром уходит всё, что к этому времени можно вывести.',
    zh: '当天早晨自动提现全部可提现金额。',
  },
  next: { en: 'Next: {day}', ru: 'Ближайший: {day}', zh: '下一次：{day}' },
  save: { en: 'Save', ru: 'Сохранить', zh: '保存' },
  saved: { en: 'Saved.', ru: 'Сохранено.', zh: '已保存。' },
  to: { en: 'To which bank account?', ru: 'На какой счёт?', zh: '提现到哪个账户？' },
  on_its_way: { en: 'On its way', ru: 'В пути', zh: '处理中' },
  earlier: { en: 'Earlier', ru: 'Раньше', zh: '以往提现' },
  cancel: { en: 'Cancel', ru: 'Отменить', zh: '取消' },
  cancelled_now: {
    en: 'Cancelled. The money is with your proceeds again.',
    ru: 'Отменено. Деньги снова в вашей выручке.',
    zh: '已取消，款项已回到货款中。',
  },
})

export const payoutStateWords = words({
  review: { en: 'Being looked at', ru: 'Проверяют сотрудники', zh: '人工审核中' },
  queued: { en: 'Goes to the bank next', ru: 'Скоро уйдёт в банк', zh: '即将发送至银行' },
  sent: { en: 'With the bank', ru: 'В банке', zh: '银行处理中' },
  paid: { en: 'Paid out', ru: 'Выведено', zh: '已提现' },
  returned: { en: 'Came back', ru: 'Вернулось', zh: '已退回' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  cancelled: { en: 'Cancelled', ru: 'Отменено', zh: '已取消' },
})

/** Why a bank sends money back: reason codes of ISO 20022 (external code set). */
export const returnWords = words({
  AC01: {
    en: 'The bank does not know this bank account.',
    ru: 'Банк не знает такого номера счёта.',
    zh: '银行查无此账户。',
  },
  AC04: {
    en: 'The bank account is closed.',
    ru: 'Этот банковский счёт закрыт.',
    zh: '该银行账户已关闭。',
  },
  AC06: {
    en: 'The bank account is blocked.',
    ru: 'Этот банковский счёт заблокирован.',
    zh: '该银行账户已被封锁。',
  },
  AG01: {
    en: 'This bank account takes no transfers.',
    ru: 'На этот банковский счёт переводить нельзя.',
    zh: '该银行账户不接受转账。',
  },
  BE04: {
    en: 'The bank asks for the address of the holder.',
    ru: 'Банку нужен адрес владельца счёта.',
    zh: '银行要求提供户主地址。',
  },
  MS03: {
    en: 'The bank gives no reason.',
    ru: 'Банк не назвал причину.',
    zh: '银行未说明原因。',
  },
})

/** A bank's reason in words; what staff wrote, and a code that is new here, as it stands. */
export function returnWord(reason: string): keyof typeof returnWords | undefined {
  return RETURN_CODES.find((code) => code === reason)
}

const RETURN_CODES = ['AC01', 'AC04', 'AC06', 'AG01', 'BE04', 'MS03'] as const
