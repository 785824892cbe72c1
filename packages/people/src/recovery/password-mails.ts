import { defineMail, defineSms } from '../messages/index.ts'
import { securityNotice } from '../settings/index.ts'

export const RESET_PASSWORD = defineMail({
  en: {
    subject: 'Set a new password',
    lines: [
      'Somebody asked for a new password for your account. With the answers to your security questions you can set one.',
      { button: 'Set a new password', href: '{link}' },
      {
        small:
          'The link is good for one hour and once. If it was not you, do nothing: the password stays as it is.',
      },
    ],
  },
  ru: {
    subject: 'Задайте новый пароль',
    lines: [
      'Для вашего аккаунта запросили новый пароль. Задать его можно, ответив на контрольные вопросы.',
      { button: 'Задать новый пароль', href: '{link}' },
      {
        small:
          'Ссылка действует один час и один раз. Если это не вы, ничего не делайте: пароль останется прежним.',
      },
    ],
  },
  zh: {
    subject: '设置新密码',
    lines: [
      '有人为您的账户申请了新密码。回答安全问题后即可设置。',
      { button: '设置新密码', href: '{link}' },
      { small: '链接一小时内有效，只能使用一次。若非本人操作，请忽略，密码不会改变。' },
    ],
  },
})

export const RESET_ASKED_SMS = defineSms({
  en: 'Danbao: somebody asked for a new password for your account. The link is in your mail.',
  ru: 'Danbao: для вашего аккаунта запросили новый пароль. Ссылка — в вашей почте.',
  zh: 'Danbao：有人为您的账户申请了新密码，链接已发送到您的邮箱。',
})

export const FINISH_REGISTERING = defineMail({
  en: {
    subject: 'Your registration is not finished',
    lines: [
      'Somebody asked for a new password for this address. There is no account yet: the registration was begun and not finished.',
      'Enter your address on this page, and you go on where you stopped.',
      { button: 'Go on registering', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Регистрация не закончена',
    lines: [
      'Для этого адреса запросили новый пароль. Аккаунта ещё нет: регистрация начата и не закончена.',
      'Введите свой адрес на этой странице, и вы продолжите с того же места.',
      { button: 'Продолжить регистрацию', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的注册尚未完成',
    lines: [
      '有人为此邮箱申请了新密码，但账户尚不存在：注册已开始，尚未完成。',
      '请在此页面输入您的邮箱，从上次停下的地方继续。',
      { button: '继续注册', href: '{link}' },
    ],
  },
})

export const PASSWORD_RESET = securityNotice({
  en: {
    subject: 'Your account has a new password',
    lines: [
      'A new password was set. The old one will never work again, and all devices were signed out.',
      'For your safety money can not be spent for 24 hours. Refunds still come in.',
    ],
    sms: 'Danbao: a new password was set, payments are paused for 24 hours. Was it not you? {recover}',
  },
  ru: {
    subject: 'У вашего аккаунта новый пароль',
    lines: [
      'Задан новый пароль. Старый больше никогда не подойдёт, на всех устройствах выполнен выход.',
      'Ради вашей безопасности деньги нельзя потратить 24 часа. Возвраты поступают.',
    ],
    sms: 'Danbao: задан новый пароль, деньги закрыты на 24 часа. Это не вы? {recover}',
  },
  zh: {
    subject: '您的账户已设置新密码',
    lines: [
      '新密码已设置，旧密码永久失效，所有设备均已退出登录。',
      '为了您的安全，24 小时内无法支出资金，退款仍可正常到账。',
    ],
    sms: 'Danbao：新密码已设置，资金 24 小时内不能支出。若非本人操作：{recover}',
  },
})

export const RESET_PAYMENT_PASSWORD = defineMail({
  en: {
    subject: 'Set a new payment password',
    lines: [
      'You asked for a new payment password. Open the link where you are signed in.',
      { button: 'Set a new payment password', href: '{link}' },
      { small: 'The link is good for one hour and once. If it was not you, change your password.' },
    ],
  },
  ru: {
    subject: 'Задайте новый платёжный пароль',
    lines: [
      'Вы запросили новый платёжный пароль. Откройте ссылку там, где вы вошли в аккаунт.',
      { button: 'Задать новый платёжный пароль', href: '{link}' },
      { small: 'Ссылка действует один час и один раз. Если это не вы, смените пароль.' },
    ],
  },
  zh: {
    subject: '设置新的支付密码',
    lines: [
      '您申请了新的支付密码。请在已登录的设备上打开链接。',
      { button: '设置新的支付密码', href: '{link}' },
      { small: '链接一小时内有效，只能使用一次。若非本人操作，请修改登录密码。' },
    ],
  },
})

export const RESET_PAYMENT_ASKED_SMS = defineSms({
  en: 'Danbao: a new payment password was asked for from your account. The link is in your mail.',
  ru: 'Danbao: из вашего аккаунта запросили новый платёжный пароль. Ссылка — в вашей почте.',
  zh: 'Danbao：有人在您的账户中申请了新的支付密码，链接已发送到您的邮箱。',
})

export const PAYMENT_PASSWORD_RESET = securityNotice({
  en: {
    subject: 'You have a new payment password',
    lines: [
      'The forgotten payment password was replaced. All other devices were signed out.',
      'For your safety money can not be spent for 24 hours. Refunds still come in.',
    ],
    sms: 'Danbao: your payment password was replaced, payments are paused for 24 hours. Not you? {recover}',
  },
  ru: {
    subject: 'У вас новый платёжный пароль',
    lines: [
      'Забытый платёжный пароль заменён. На всех других устройствах выполнен выход.',
      'Ради вашей безопасности деньги нельзя потратить 24 часа. Возвраты поступают.',
    ],
    sms: 'Danbao: платёжный пароль заменён, деньги закрыты на 24 часа. Это не вы? {recover}',
  },
  zh: {
    subject: '您的支付密码已重设',
    lines: [
      '忘记的支付密码已被替换，其他设备均已退出登录。',
      '为了您的安全，24 小时内无法支出资金，退款仍可正常到账。',
    ],
    sms: 'Danbao：支付密码已重设，资金 24 小时内不能支出。若非本人操作：{recover}',
  },
})
