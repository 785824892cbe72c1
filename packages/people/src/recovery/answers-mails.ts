import { defineMail, defineSms } from '../messages/index.ts'

/** To the person who sent the scan: where the decision can be followed. */
export const SCAN_RECEIVED = defineMail({
  en: {
    subject: 'Forgot password: we have your document',
    lines: [
      'The scan of your document has arrived. We decide within 48 hours and write to you here.',
      { button: 'See how it stands', href: '{link}' },
      { small: 'Was it not you? Sign in and change your password.' },
    ],
  },
  ru: {
    subject: 'Забыт пароль: документ получен',
    lines: [
      'Скан вашего документа получен. Мы решим в течение 48 часов и напишем вам сюда.',
      { button: 'Посмотреть состояние', href: '{link}' },
      { small: 'Это были не вы? Войдите и смените пароль.' },
    ],
  },
  zh: {
    subject: '忘记密码：已收到您的证件',
    lines: [
      '我们已收到您的证件扫描件，将在 48 小时内作出决定，并通过此邮箱通知您。',
      { button: '查看进度', href: '{link}' },
      { small: '不是您本人操作？请登录并修改密码。' },
    ],
  },
})

export const SCAN_RECEIVED_SMS = defineSms({
  en: 'Danbao: a document was sent to recover your account. Was it not you? Change your password.',
  ru: 'Danbao: для восстановления вашего аккаунта прислан документ. Это не вы? Смените пароль.',
  zh: 'Danbao：有人提交证件以找回您的账户。若非本人操作，请修改密码。',
})

export const SCAN_APPROVED = defineMail({
  en: {
    subject: 'You can set a new password',
    lines: [
      'We looked at your document and know that it is you. Set a new password and new security questions.',
      { button: 'Set a new password', href: '{link}' },
      { small: 'The link is good for 72 hours and once. Then payments are paused for 24 hours.' },
    ],
  },
  ru: {
    subject: 'Вы можете задать новый пароль',
    lines: [
      'Мы посмотрели документ и убедились, что это вы. Задайте новый пароль и новые контрольные вопросы.',
      { button: 'Задать новый пароль', href: '{link}' },
      { small: 'Ссылка действует 72 часа и один раз. После этого деньги закрыты на 24 часа.' },
    ],
  },
  zh: {
    subject: '您可以设置新密码了',
    lines: [
      '我们核对了您的证件，确认是您本人。请设置新密码和新的安全问题。',
      { button: '设置新密码', href: '{link}' },
      { small: '链接 72 小时内有效，只能使用一次。设置后资金 24 小时内不能支出。' },
    ],
  },
})

export const SCAN_APPROVED_SMS = defineSms({
  en: 'Danbao: your recovery was approved. The link for a new password is in your mail.',
  ru: 'Danbao: восстановление одобрено. Ссылка для нового пароля — в вашей почте.',
  zh: 'Danbao：找回申请已通过，设置新密码的链接已发送到您的邮箱。',
})

/** `reason`: in the words of staff. */
export const RECOVERY_REFUSED = defineMail({
  en: {
    subject: 'We could not recover the account',
    lines: [
      'What we were sent was not enough to be sure that the account is yours.',
      'The reason: {reason}',
      'You can ask once more, with what is missing.',
      { button: 'Ask once more', href: '{recover}' },
    ],
  },
  ru: {
    subject: 'Восстановить аккаунт не удалось',
    lines: [
      'Присланного оказалось мало, чтобы убедиться, что аккаунт ваш.',
      'Причина: {reason}',
      'Вы можете обратиться ещё раз, добавив недостающее.',
      { button: 'Обратиться ещё раз', href: '{recover}' },
    ],
  },
  zh: {
    subject: '账户未能找回',
    lines: [
      '提交的材料不足以确认该账户属于您。',
      '原因：{reason}',
      '您可以补充材料后再次申请。',
      { button: '再次申请', href: '{recover}' },
    ],
  },
})
