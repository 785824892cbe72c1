import { defineMail, defineSms } from '../messages/index.ts'
import { securityNotice } from './security-notice.ts'

export const EMAIL_CHANGE_ASKED = securityNotice({
  en: {
    subject: 'Somebody wants to change your e-mail address',
    lines: [
      'Your account is to be reached at {email} from now on. It happens when that address confirms.',
      'Until then nothing changes, and in the settings you can call it off.',
    ],
    sms: 'Danbao: your e-mail address is about to be changed. Was it not you? {recover}',
  },
  ru: {
    subject: 'Запрошена смена вашего адреса почты',
    lines: [
      'Ваш аккаунт просят перевести на адрес {email}. Это случится, когда тот адрес подтвердят.',
      'До тех пор ничего не меняется, и в настройках смену можно отменить.',
    ],
    sms: 'Danbao: запрошена смена вашего адреса почты. Это не вы? {recover}',
  },
  zh: {
    subject: '有人申请更改您的邮箱',
    lines: [
      '您的账户将改用邮箱 {email}。该邮箱确认后才会生效。',
      '在此之前一切不变，您可以在设置中取消。',
    ],
    sms: 'Danbao：您的邮箱即将更改。若非本人操作：{recover}',
  },
})

/** To the new address. */
export const CONFIRM_NEW_EMAIL = defineMail({
  en: {
    subject: 'Confirm your new address',
    lines: [
      'You want your Danbao account to be reached at this address.',
      { button: 'Confirm the address', href: '{link}' },
      { small: 'The link is good for 24 hours and once. If you know nothing of this, do nothing.' },
    ],
  },
  ru: {
    subject: 'Подтвердите новый адрес',
    lines: [
      'Вы хотите, чтобы ваш аккаунт Danbao работал с этим адресом.',
      { button: 'Подтвердить адрес', href: '{link}' },
      {
        small:
          'Ссылка действует 24 часа и один раз. Если вы об этом ничего не знаете, ничего не делайте.',
      },
    ],
  },
  zh: {
    subject: '请确认您的新邮箱',
    lines: [
      '您希望 Danbao 账户改用这个邮箱。',
      { button: '确认邮箱', href: '{link}' },
      { small: '链接 24 小时内有效，只能使用一次。如果您对此不知情，请忽略本邮件。' },
    ],
  },
})

/** To an address that belongs to an account already: only its owner learns that it is taken. */
export const EMAIL_TAKEN = defineMail({
  en: {
    subject: 'This address has an account already',
    lines: [
      'Somebody wanted to use this address for another Danbao account. It stays with yours.',
      'If that was you: close one of the two accounts first, or choose another address.',
    ],
  },
  ru: {
    subject: 'На этот адрес уже есть аккаунт',
    lines: [
      'Этот адрес хотели указать для другого аккаунта Danbao. Он остаётся за вашим.',
      'Если это были вы: сначала закройте один из двух аккаунтов или выберите другой адрес.',
    ],
  },
  zh: {
    subject: '此邮箱已有账户',
    lines: [
      '有人想把此邮箱用于另一个 Danbao 账户。它仍属于您的账户。',
      '如果是您本人：请先关闭其中一个账户，或换用其他邮箱。',
    ],
  },
})

/** To the old address: the way back. */
export const EMAIL_CHANGED = defineMail({
  en: {
    subject: 'Your e-mail address was changed',
    lines: [
      'Your Danbao account is now reached at {email}, no longer at this address.',
      'Was it not you? Take it back: this address returns, every session ends, payments are paused for 24 hours, and you set a new password. Your phone number, security questions and payment password become again what they were three days before the change was requested.',
      { button: 'Take the change back', href: '{link}' },
      { small: 'The link is good for 72 hours.' },
    ],
  },
  ru: {
    subject: 'Ваш адрес почты изменён',
    lines: [
      'Ваш аккаунт Danbao теперь работает с адресом {email}, а не с этим.',
      'Это были не вы? Отмените смену: этот адрес вернётся, все сеансы завершатся, платежи остановятся на 24 часа, и вы зададите новый пароль. Номер телефона, контрольные вопросы и платёжный пароль снова станут такими, какими были за трое суток до запроса на смену адреса.',
      { button: 'Отменить смену', href: '{link}' },
      { small: 'Ссылка действует 72 часа.' },
    ],
  },
  zh: {
    subject: '您的邮箱已更改',
    lines: [
      '您的 Danbao 账户现在使用 {email}，不再使用此邮箱。',
      '不是您本人操作？请撤销：恢复此邮箱、退出所有登录、暂停付款 24 小时，并由您设置新密码。手机号码、安全问题和支付密码也会恢复到申请更改前三天的状态。',
      { button: '撤销更改', href: '{link}' },
      { small: '链接 72 小时内有效。' },
    ],
  },
})

/** To the new address, once it is in use. */
export const EMAIL_IN_USE_NOW = defineMail({
  en: {
    subject: 'This is your address now',
    lines: ['From now on you sign in with this address, and our mails come here.'],
  },
  ru: {
    subject: 'Теперь это ваш адрес',
    lines: ['Теперь вы входите с этим адресом, и наши письма приходят сюда.'],
  },
  zh: {
    subject: '这是您现在的邮箱',
    lines: ['今后请使用此邮箱登录，我们的邮件也将发送到这里。'],
  },
})

export const EMAIL_CHANGED_SMS = defineSms({
  en: 'Danbao: your e-mail address was changed. The mail to the old one says how to take it back.',
  ru: 'Danbao: ваш адрес почты изменён. Как отменить, сказано в письме на старый адрес.',
  zh: 'Danbao：您的邮箱已更改。撤销方法请见发送到旧邮箱的邮件。',
})

/** To the address that came back. */
export const EMAIL_CHANGE_UNDONE = defineMail({
  en: {
    subject: 'Your address is back: set a new password',
    lines: [
      'The change of your e-mail address was taken back. Every session was ended, and the password of before does not work any more.',
      'Your phone number, security questions and payment password are again what they were three days before the change was requested. Passkeys, the authenticator app and marketplaces that were added after that are removed.',
      'Money can not be spent for 24 hours.',
      { button: 'Set a new password', href: '{link}' },
      { small: 'The link is good for 24 hours. Later, choose “forgot password” when you sign in.' },
    ],
  },
  ru: {
    subject: 'Адрес возвращён: задайте новый пароль',
    lines: [
      'Смена адреса почты отменена. Все сеансы завершены, прежний пароль больше не подходит.',
      'Номер телефона, контрольные вопросы и платёжный пароль снова такие, какими были за трое суток до запроса на смену адреса. Ключи доступа, приложение-аутентификатор и маркетплейсы, добавленные позже, удалены.',
      'В течение 24 часов деньги потратить нельзя.',
      { button: 'Задать новый пароль', href: '{link}' },
      { small: 'Ссылка действует 24 часа. Позже при входе выберите «забыли пароль».' },
    ],
  },
  zh: {
    subject: '邮箱已恢复：请设置新密码',
    lines: [
      '邮箱更改已撤销。所有登录均已退出，原密码已失效。',
      '手机号码、安全问题和支付密码已恢复到申请更改前三天的状态，此后添加的通行密钥、身份验证器和商城登录均已移除。',
      '24 小时内无法支出资金。',
      { button: '设置新密码', href: '{link}' },
      { small: '链接 24 小时内有效。过期后，请在登录时选择“忘记密码”。' },
    ],
  },
})

/** To an address that was in use for a while. */
export const EMAIL_LOST_AGAIN = defineMail({
  en: {
    subject: 'The change of address was taken back',
    lines: ['From the former address the change was taken back. This one is not in use any more.'],
  },
  ru: {
    subject: 'Смена адреса отменена',
    lines: ['Смену адреса отменили с прежнего адреса. Этот адрес больше не используется.'],
  },
  zh: {
    subject: '邮箱更改已撤销',
    lines: ['原邮箱撤销了此次更改，此邮箱不再使用。'],
  },
})

export const EMAIL_CHANGE_UNDONE_SMS = defineSms({
  en: 'Danbao: your former e-mail address is back. The mail to it says how to set a password.',
  ru: 'Danbao: прежний адрес почты возвращён. Как задать пароль, сказано в письме на него.',
  zh: 'Danbao：您原来的邮箱已恢复。设置密码的方法请见该邮箱中的邮件。',
})

/** To a number that was in use for a while. */
export const PHONE_LOST_AGAIN = defineSms({
  en: 'Danbao: this number is not in use for the account any more. Its owner took the change back.',
  ru: 'Danbao: этот номер больше не привязан к аккаунту. Владелец отменил изменения.',
  zh: 'Danbao：此号码已不再用于该账户，账户所有者已撤销更改。',
})
