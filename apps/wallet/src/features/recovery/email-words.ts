import { words } from '@danbao/ui'

/** The guided request of somebody who lost their mailbox. */
export const emailWords = words({
  title: { en: 'My mailbox is lost', ru: 'Потерян доступ к почте', zh: '邮箱无法使用' },
  intro: {
    en: 'Tell us what only the owner knows. Two of our staff look at it, then the old address can object for 72 hours. Each answer helps; leave out what you do not know.',
    ru: 'Расскажите то, что знает только владелец. Запрос смотрят двое сотрудников, потом 72 часа прежний адрес может возразить. Поможет каждый ответ; чего не знаете — пропустите.',
    zh: '请告诉我们只有账户所有者知道的信息。申请由两位工作人员审核，之后原邮箱有 72 小时可提出异议。每个答案都有帮助，不清楚的可以跳过。',
  },
  old_email: { en: 'The old address', ru: 'Прежний адрес', zh: '原邮箱' },
  old_email_ask: {
    en: 'Which address does the account have?',
    ru: 'Какой адрес указан в аккаунте?',
    zh: '账户使用的是哪个邮箱？',
  },
  new_email: { en: 'The new address', ru: 'Новый адрес', zh: '新邮箱' },
  new_email_ask: {
    en: 'Which address can you read?',
    ru: 'Какой адрес вы можете читать?',
    zh: '您现在能使用哪个邮箱？',
  },
  new_email_hint: {
    en: 'A mail goes there first. Only when you confirm it do our staff get the request.',
    ru: 'Сначала туда придёт письмо. Сотрудники получат запрос, только когда вы подтвердите адрес.',
    zh: '我们会先向该邮箱发送邮件，确认后申请才会提交给工作人员。',
  },
  phone: { en: 'The phone', ru: 'Телефон', zh: '手机号' },
  phone_ask: {
    en: 'Which phone number is in the account?',
    ru: 'Какой телефон указан в аккаунте?',
    zh: '账户绑定的手机号是？',
  },
  phone_label: { en: 'Phone number', ru: 'Номер телефона', zh: '手机号' },
  card_last_four: { en: 'The card', ru: 'Карта', zh: '银行卡' },
  card_last_four_ask: {
    en: 'How does a card end that you paid with?',
    ru: 'Последние цифры карты, которой вы платили?',
    zh: '您付款用过的银行卡，末四位是？',
  },
  card_label: { en: 'Last four digits', ru: 'Последние четыре цифры', zh: '末四位' },
  card_hint: {
    en: 'Never the whole number. We do not ask for it.',
    ru: 'Никогда не весь номер: мы его не спрашиваем.',
    zh: '请勿填写完整卡号，我们不会索取。',
  },
  recent_payments: { en: 'Recent payments', ru: 'Недавние платежи', zh: '近期付款' },
  recent_payments_ask: {
    en: 'What did you pay for lately?',
    ru: 'За что вы недавно платили?',
    zh: '您最近付过哪些款？',
  },
  recent_payments_label: {
    en: 'What, to whom, how much, about when',
    ru: 'Что, кому, сколько, примерно когда',
    zh: '商品、收款方、金额、大致时间',
  },
  turnover: { en: 'The turnover', ru: 'Оборот', zh: '流水' },
  turnover_ask: {
    en: 'How much went through the account, roughly?',
    ru: 'Сколько примерно прошло через аккаунт?',
    zh: '账户的大致流水是多少？',
  },
  turnover_label: {
    en: 'For example: about 400 dollars a month since spring',
    ru: 'Например: около 400 долларов в месяц с весны',
    zh: '例如：从春天起每月约 400 美元',
  },
  optional: {
    en: 'You can leave this empty.',
    ru: 'Можно оставить пустым.',
    zh: '可留空。',
  },
  email_label: { en: 'E-mail address', ru: 'Адрес эл. почты', zh: '电子邮箱' },
  next: { en: 'Next', ru: 'Дальше', zh: '下一步' },
  before: { en: 'Back to the question before', ru: 'К предыдущему вопросу', zh: '上一题' },
  send: { en: 'Send the request', ru: 'Отправить запрос', zh: '提交申请' },
  email_needed: { en: 'Type the address.', ru: 'Введите адрес.', zh: '请输入邮箱地址。' },
  same_address: {
    en: 'This is the old address. Give another one that you can read.',
    ru: 'Это прежний адрес. Укажите другой, который вы можете читать.',
    zh: '这是原邮箱，请填写另一个您能使用的邮箱。',
  },
  card_wrong: {
    en: 'Four digits, or nothing.',
    ru: 'Четыре цифры или ничего.',
    zh: '请填写四位数字，或留空。',
  },
  nothing_known: {
    en: 'With addresses alone nobody can tell that it is you. Answer at least one of the questions.',
    ru: 'По одним адресам не понять, что это вы. Ответьте хотя бы на один вопрос.',
    zh: '仅凭邮箱无法确认是您本人，请至少回答一个问题。',
  },
  sent: {
    en: 'A mail is on its way to {email}. Open its link: only then do our staff get your request.',
    ru: 'Письмо отправлено на {email}. Откройте ссылку в нём: только тогда сотрудники получат запрос.',
    zh: '邮件已发送至 {email}。请打开其中的链接，申请才会提交给工作人员。',
  },
  sent_next: {
    en: 'The first of them decides within 48 hours. Until the end nothing changes on the account.',
    ru: 'Первый из них решает за 48 часов. До самого конца на аккаунте ничего не меняется.',
    zh: '第一位工作人员 48 小时内作出决定。在完成之前，账户不会有任何变化。',
  },
})
