import { words } from '@danbao/ui'

export const closeWords = words({
  title: { en: 'Close the account', ru: 'Закрыть аккаунт', zh: '关闭账户' },
  intro: {
    en: 'Closing is for ever. Support looks whether anything is open, a second person confirms, and you hear from us within 7 days.',
    ru: 'Закрытие — навсегда. Поддержка проверит, не осталось ли незавершённого, второй сотрудник подтвердит, и в течение 7 дней вы получите ответ.',
    zh: '账户关闭后无法恢复。客服会检查是否有未完成的事项，再由另一名工作人员确认，我们将在 7 天内答复您。',
  },
  erased: { en: 'What is erased', ru: 'Что будет удалено', zh: '会删除的内容' },
  erased_contact: {
    en: 'E-mail, phone and postal address. The e-mail is free for a new account at once.',
    ru: 'Почта, телефон и почтовый адрес. С той же почтой сразу можно открыть новый аккаунт.',
    zh: '邮箱、手机号和通讯地址。该邮箱可立即用于注册新账户。',
  },
  erased_secrets: {
    en: 'Passwords, answers, passkeys, devices and links to marketplaces.',
    ru: 'Пароли, ответы, ключи доступа, устройства и привязки к маркетплейсам.',
    zh: '密码、安全问题答案、通行密钥、设备和商城关联。',
  },
  erased_messages: {
    en: 'Mails and SMS that we sent you, and pictures that proved nothing.',
    ru: 'Наши письма и SMS вам, а также снимки, которые ничего не подтвердили.',
    zh: '我们发给您的邮件和短信，以及未用于证明身份的照片。',
  },
  kept: {
    en: 'What the law wants kept',
    ru: 'Что обязывает хранить закон',
    zh: '依法须保留的内容',
  },
  kept_text: {
    en: 'For five years, locked, for the law against money laundering:',
    ru: 'Пять лет, под замком, по закону о противодействии отмыванию денег:',
    zh: '根据反洗钱法规，以下内容将封存保留五年：',
  },
  kept_person: {
    en: 'Your name, country and identity document, with the pictures that proved it.',
    ru: 'Имя, страна и документ со снимками, которые его подтвердили.',
    zh: '您的姓名、国家、身份证件及其证明照片。',
  },
  kept_money: {
    en: 'Payments, transfers and your consents. Others see a closed account in them, without your name.',
    ru: 'Платежи, переводы и ваши согласия. Другие увидят в них закрытый аккаунт, без вашего имени.',
    zh: '付款、转账和您的同意记录。其他人只会看到已关闭的账户，不含您的姓名。',
  },
  obstacles: { en: 'What stands in the way', ru: 'Что мешает', zh: '尚待处理' },
  obstacles_text: {
    en: 'You can ask now; the account is closed when this is settled.',
    ru: 'Попросить можно уже сейчас; аккаунт закроется, когда это будет улажено.',
    zh: '您现在就可以申请，以下事项处理完毕后账户即可关闭。',
  },
  nothing: {
    en: 'Nothing stands in the way: no money, no open payment.',
    ru: 'Ничто не мешает: ни денег, ни незавершённых платежей.',
    zh: '没有余额，也没有未完成的付款，可以关闭。',
  },
  wallet: { en: '{amount} in the wallet', ru: '{amount} в кошельке', zh: '钱包余额 {amount}' },
  wallet_text: {
    en: 'Spend it on a purchase first.',
    ru: 'Сначала потратьте их на покупку.',
    zh: '请先用于购物。',
  },
  proceeds: {
    en: '{amount} of your sales',
    ru: '{amount} от ваших продаж',
    zh: '销售收入 {amount}',
  },
  proceeds_text: {
    en: 'Pay it out to your bank first.',
    ru: 'Сначала выведите их в банк.',
    zh: '请先提现到银行。',
  },
  debt: { en: '{amount} owed', ru: 'Долг {amount}', zh: '欠款 {amount}' },
  debt_text: {
    en: 'A buyer got money back that you had received. Pay it first.',
    ru: 'Покупателю вернули деньги, которые вы уже получили. Сначала погасите долг.',
    zh: '您已收到的款项被退回买家，请先还清。',
  },
  payment: {
    en: '{count, plural, one {# open payment} other {# open payments}}',
    ru: '{count, plural, one {# незавершённый платёж} few {# незавершённых платежа} many {# незавершённых платежей} other {# незавершённого платежа}}',
    zh: '{count, plural, other {# 笔未完成的付款}}',
  },
  payment_text: {
    en: 'It ends with the release or a refund.',
    ru: 'Завершается выплатой продавцу или возвратом.',
    zh: '放款或退款后即完成。',
  },
  dispute: {
    en: '{count, plural, one {# open dispute} other {# open disputes}}',
    ru: '{count, plural, one {# открытый спор} few {# открытых спора} many {# открытых споров} other {# открытого спора}}',
    zh: '{count, plural, other {# 个未结争议}}',
  },
  dispute_text: {
    en: 'Agree with the other side, or wait for the decision.',
    ru: 'Договоритесь с другой стороной или дождитесь решения.',
    zh: '请与对方协商，或等待裁决。',
  },
  claim_window: {
    en: '{count, plural, one {# sale may still be claimed} other {# sales may still be claimed}}',
    ru: '{count, plural, one {По # продаже ещё возможна претензия} few {По # продажам ещё возможны претензии} many {По # продажам ещё возможны претензии} other {По # продажи ещё возможны претензии}}',
    zh: '{count, plural, other {# 笔销售仍在索赔期内}}',
  },
  claim_window_text: {
    en: 'Buyers have 15 days after the release.',
    ru: 'У покупателей есть 15 дней после выплаты.',
    zh: '买家在放款后 15 天内可以索赔。',
  },
  top_up: {
    en: '{count, plural, one {# top-up is awaited} other {# top-ups are awaited}}',
    ru: '{count, plural, one {Ждём деньги по # пополнению} few {Ждём деньги по # пополнениям} many {Ждём деньги по # пополнениям} other {Ждём деньги по # пополнения}}',
    zh: '{count, plural, other {# 笔充值等待入账}}',
  },
  top_up_text: {
    en: 'Cancel it on its page, or wait until its time is over.',
    ru: 'Отмените его на его странице или дождитесь конца срока.',
    zh: '请在其页面取消，或等到期限届满。',
  },
  payout: {
    en: '{count, plural, one {# payout is on its way} other {# payouts are on their way}}',
    ru: '{count, plural, one {# вывод в банк ещё в пути} few {# вывода в банк ещё в пути} many {# выводов в банк ещё в пути} other {# вывода в банк ещё в пути}}',
    zh: '{count, plural, other {# 笔提现处理中}}',
  },
  payout_text: {
    en: 'Cancel it, or wait until the bank has paid it.',
    ru: 'Отмените его или дождитесь, пока банк его исполнит.',
    zh: '请取消，或等待银行付款。',
  },
  card: {
    en: '{count, plural, one {# card is linked} other {# cards are linked}}',
    ru: '{count, plural, one {Привязана # карта} few {Привязаны # карты} many {Привязано # карт} other {Привязано # карты}}',
    zh: '{count, plural, other {已绑定 # 张银行卡}}',
  },
  card_text: {
    en: 'Unlink it under “Cards” in the settings.',
    ru: 'Отвяжите в настройках, в разделе «Карты».',
    zh: '请在设置的“银行卡”中解绑。',
  },
  frozen: { en: 'The account is frozen', ru: 'Аккаунт заморожен', zh: '账户已冻结' },
  frozen_text: {
    en: 'Our staff are looking into it. Wait for their mail.',
    ru: 'Сотрудники разбираются. Дождитесь их письма.',
    zh: '工作人员正在核查，请等待邮件通知。',
  },
  ask: { en: 'Ask to close it', ru: 'Попросить закрыть', zh: '申请关闭' },
  reason: {
    en: 'Why do you leave? (optional)',
    ru: 'Почему вы уходите? (необязательно)',
    zh: '关闭原因（选填）',
  },
  data_first: {
    en: 'Want to keep your data? <link>Download it first</link>.',
    ru: 'Хотите сохранить данные? <link>Сначала скачайте их</link>.',
    zh: '需要保留数据？请<link>先下载</link>。',
  },
  submit: { en: 'Close my account', ru: 'Закрыть мой аккаунт', zh: '关闭我的账户' },
  sure: {
    en: 'I know that a closed account can not be opened again.',
    ru: 'Я знаю, что закрытый аккаунт нельзя открыть снова.',
    zh: '我知道账户关闭后无法重新开启。',
  },
  sure_needed: {
    en: 'Tick this if you are sure.',
    ru: 'Отметьте, если вы уверены.',
    zh: '如已确定，请勾选此项。',
  },
  refused: {
    en: 'Your last request was refused',
    ru: 'В прошлый раз мы отказали',
    zh: '您上次的申请被拒绝',
  },
  refused_why: { en: 'The reason: {reason}', ru: 'Причина: {reason}', zh: '原因：{reason}' },
  refused_again: {
    en: 'When that is settled, ask once more.',
    ru: 'Когда это будет улажено, попросите ещё раз.',
    zh: '处理完毕后，可再次申请。',
  },
  status: { en: 'Your request', ru: 'Ваша просьба', zh: '您的申请' },
  requested: { en: 'You asked', ru: 'Вы попросили', zh: '您已申请' },
  checking: {
    en: 'Support looks whether anything is open',
    ru: 'Поддержка проверяет, всё ли завершено',
    zh: '客服检查是否有未完成的事项',
  },
  confirming: {
    en: 'A second person confirms',
    ru: 'Второй сотрудник подтверждает',
    zh: '另一名工作人员确认',
  },
  until: {
    en: 'You hear from us until {until}',
    ru: 'Мы ответим не позже: {until}',
    zh: '最迟答复时间：{until}',
  },
  closed: { en: 'The account is closed', ru: 'Аккаунт закрыт', zh: '账户关闭' },
  closed_text: {
    en: 'A last mail tells you.',
    ru: 'Об этом сообщит последнее письмо.',
    zh: '最后一封邮件会通知您。',
  },
  withdraw: { en: 'Withdraw the request', ru: 'Отозвать просьбу', zh: '撤回申请' },
  withdraw_text: {
    en: 'Until then everything works as before, and you can change your mind.',
    ru: 'До тех пор всё работает как прежде, и вы можете передумать.',
    zh: '在此之前一切照常，您也可以改变主意。',
  },
  withdrawn: {
    en: 'Your account stays open.',
    ru: 'Ваш аккаунт остаётся открытым.',
    zh: '您的账户继续保留。',
  },
})
