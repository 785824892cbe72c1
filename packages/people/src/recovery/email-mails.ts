import { defineMail, defineSms } from '../messages/index.ts'

/** To the new address, which nobody has confirmed yet. */
export const CONFIRM_EMAIL_RECOVERY = defineMail({
  en: {
    subject: 'Confirm this address for your request',
    lines: [
      'Somebody asked Danbao to reach their account at this address, because they lost their old mailbox.',
      { button: 'It was me: send the request', href: '{link}' },
      { small: 'The link is good for 24 hours. If you know nothing of this, do nothing.' },
    ],
  },
  ru: {
    subject: 'Подтвердите адрес для вашего обращения',
    lines: [
      'Danbao просят перевести аккаунт на этот адрес, потому что доступ к старой почте потерян.',
      { button: 'Это я: отправить обращение', href: '{link}' },
      { small: 'Ссылка действует 24 часа. Если вы об этом ничего не знаете, ничего не делайте.' },
    ],
  },
  zh: {
    subject: '请为您的申请确认此邮箱',
    lines: [
      '有人因无法使用旧邮箱，申请将其 Danbao 账户改用此邮箱。',
      { button: '是我本人：提交申请', href: '{link}' },
      { small: '链接 24 小时内有效。如果您对此不知情，请忽略本邮件。' },
    ],
  },
})

export const EMAIL_RECOVERY_RECEIVED = defineMail({
  en: {
    subject: 'We have your request',
    lines: [
      'Two of us look at it, the first within 48 hours. If they agree, the address is replaced 72 hours later, and we write to you here.',
      { button: 'See how it stands', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Ваше обращение получено',
    lines: [
      'Его рассмотрят двое, первый — в течение 48 часов. Если они согласятся, адрес сменится через 72 часа, и мы напишем вам сюда.',
      { button: 'Посмотреть состояние', href: '{link}' },
    ],
  },
  zh: {
    subject: '我们已收到您的申请',
    lines: [
      '将由两名工作人员审核，首次审核在 48 小时内完成。通过后 72 小时更换邮箱，届时会通知此邮箱。',
      { button: '查看进度', href: '{link}' },
    ],
  },
})

/** To every channel of the account that somebody asks for. */
export const SOMEBODY_ASKS = defineMail({
  en: {
    subject: 'Somebody says that they lost this mailbox',
    lines: [
      'They ask us to reach your account at another address from now on. If it was you, do nothing.',
      'If it was not you, you still have this mailbox: stop it here.',
      { button: 'Stop it', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Кто-то пишет, что потерял доступ к этой почте',
    lines: [
      'Нас просят перевести ваш аккаунт на другой адрес. Если это вы, ничего не делайте.',
      'Если это не вы, почта всё ещё у вас: остановите это здесь.',
      { button: 'Остановить', href: '{link}' },
    ],
  },
  zh: {
    subject: '有人声称无法再使用此邮箱',
    lines: [
      '对方请求将您的账户改用其他邮箱。如果是您本人，无需操作。',
      '如果不是您本人，说明此邮箱仍在您手中：请在此阻止。',
      { button: '阻止', href: '{link}' },
    ],
  },
})

export const SOMEBODY_ASKS_SMS = defineSms({
  en: 'Danbao: somebody asks to replace your e-mail address. Not you? The mail to it can stop it.',
  ru: 'Danbao: вашу почту просят заменить. Это не вы? Остановите по ссылке в письме на неё.',
  zh: 'Danbao：有人申请更换您的邮箱。若非本人操作，请通过邮件中的链接阻止。',
})

export const ADDRESS_WILL_CHANGE = defineMail({
  en: {
    subject: 'Your e-mail address will be replaced',
    lines: [
      'Staff agreed that your account is to be reached at another address. It happens in {hours, plural, one {# hour} other {# hours}}.',
      'If you still have this mailbox and did not ask for it, stop it now.',
      { button: 'Stop it', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Ваш адрес почты будет заменён',
    lines: [
      'Сотрудники согласились перевести ваш аккаунт на другой адрес. Это случится через {hours, plural, one {# час} few {# часа} many {# часов} other {# часа}}.',
      'Если эта почта всё ещё у вас и вы об этом не просили, остановите это сейчас.',
      { button: 'Остановить', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的邮箱即将被更换',
    lines: [
      '工作人员已同意将您的账户改用其他邮箱，将在 {hours} 小时后生效。',
      '如果您仍能使用此邮箱且并未申请，请立即阻止。',
      { button: '阻止', href: '{link}' },
    ],
  },
})

export const ADDRESS_WILL_CHANGE_SMS = defineSms({
  en: 'Danbao: your e-mail address is replaced in {hours} h. Not you? The mail to it can stop it.',
  ru: 'Danbao: адрес вашей почты сменится через {hours} ч. Это не вы? Остановите по ссылке в письме.',
  zh: 'Danbao：您的邮箱将在 {hours} 小时后更换。若非本人申请，请通过邮件中的链接阻止。',
})

/** To the new address. */
export const EMAIL_RECOVERY_APPROVED = defineMail({
  en: {
    subject: 'Your request was approved',
    lines: [
      'In 72 hours this address becomes that of your account. Until then the old one can object.',
      'We write to you then, with a link for a new password.',
    ],
  },
  ru: {
    subject: 'Ваше обращение одобрено',
    lines: [
      'Через 72 часа этот адрес станет адресом вашего аккаунта. До тех пор со старого можно возразить.',
      'Тогда мы пришлём вам ссылку для нового пароля.',
    ],
  },
  zh: {
    subject: '您的申请已通过',
    lines: [
      '72 小时后，此邮箱将成为您账户的邮箱。在此之前，旧邮箱可以提出异议。',
      '届时我们会发送设置新密码的链接。',
    ],
  },
})

export const EMAIL_RECOVERY_STOPPED = defineMail({
  en: {
    subject: 'The change of address was stopped',
    lines: ['Nothing was changed: the account stays with its address.'],
  },
  ru: {
    subject: 'Смена адреса остановлена',
    lines: ['Ничего не изменилось: аккаунт остаётся при своём адресе.'],
  },
  zh: {
    subject: '更换邮箱已被阻止',
    lines: ['一切未变：账户仍使用原来的邮箱。'],
  },
})

/** To the new address, at the end. */
export const EMAIL_RECOVERED = defineMail({
  en: {
    subject: 'Your account is back: set a new password',
    lines: [
      'This is the address of your account now. The old password does not work any more: set a new one, with the answers to your security questions.',
      'Payments are paused for 24 hours.',
      { button: 'Set a new password', href: '{link}' },
      { small: 'The link is good for 72 hours and once.' },
    ],
  },
  ru: {
    subject: 'Аккаунт снова ваш: задайте новый пароль',
    lines: [
      'Теперь это адрес вашего аккаунта. Старый пароль больше не подходит: задайте новый, ответив на контрольные вопросы.',
      'Деньги закрыты на 24 часа.',
      { button: 'Задать новый пароль', href: '{link}' },
      { small: 'Ссылка действует 72 часа и один раз.' },
    ],
  },
  zh: {
    subject: '账户已找回：请设置新密码',
    lines: [
      '此邮箱现在是您账户的邮箱。旧密码已失效：请回答安全问题并设置新密码。',
      '资金 24 小时内不能支出。',
      { button: '设置新密码', href: '{link}' },
      { small: '链接 72 小时内有效，只能使用一次。' },
    ],
  },
})

/** To the old address, at the end. */
export const ADDRESS_REPLACED = defineMail({
  en: {
    subject: 'This is no longer the address of your account',
    lines: [
      'As announced, your account is now reached at another address. If you did not ask for that, write to our support at once: {support}',
    ],
  },
  ru: {
    subject: 'Это больше не адрес вашего аккаунта',
    lines: [
      'Как мы и сообщали, ваш аккаунт теперь работает с другим адресом. Если вы об этом не просили, сразу напишите в поддержку: {support}',
    ],
  },
  zh: {
    subject: '此邮箱不再是您账户的邮箱',
    lines: ['如之前通知，您的账户现已改用其他邮箱。如果您并未申请，请立即联系客服：{support}'],
  },
})

export const ADDRESS_REPLACED_SMS = defineSms({
  en: 'Danbao: the e-mail address of your account was replaced, payments are paused for 24 hours.',
  ru: 'Danbao: адрес почты вашего аккаунта сменён, деньги закрыты на 24 часа.',
  zh: 'Danbao：您账户的邮箱已更换，资金 24 小时内不能支出。',
})
