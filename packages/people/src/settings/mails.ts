import { defineSms } from '../messages/index.ts'
import { securityNotice } from './security-notice.ts'

export const PASSWORD_CHANGED = securityNotice({
  en: {
    subject: 'Your password was changed',
    lines: [
      'The password of your account was changed in the settings. The old one will never work again.',
      'All other devices were signed out.',
    ],
    sms: 'Danbao: your password was changed. Was it not you? Set a new one at once: {recover}',
  },
  ru: {
    subject: 'Ваш пароль изменён',
    lines: [
      'Пароль вашего аккаунта изменён в настройках. Старый больше никогда не подойдёт.',
      'На всех других устройствах выполнен выход.',
    ],
    sms: 'Danbao: ваш пароль изменён. Если это не вы, сразу задайте новый: {recover}',
  },
  zh: {
    subject: '您的登录密码已修改',
    lines: ['您在设置中修改了登录密码，旧密码将永久失效。', '其他设备均已退出登录。'],
    sms: 'Danbao：您的登录密码已修改。若非本人操作，请立即重设：{recover}',
  },
})

export const PAYMENT_PASSWORD_CHANGED = securityNotice({
  en: {
    subject: 'Your payment password was changed',
    lines: [
      'The six digits that authorise your payments were changed in the settings.',
      'All other devices were signed out.',
    ],
    sms: 'Danbao: your payment password was changed. Was it not you? Act at once: {recover}',
  },
  ru: {
    subject: 'Ваш платёжный пароль изменён',
    lines: [
      'Шесть цифр, которыми вы подтверждаете платежи, изменены в настройках.',
      'На всех других устройствах выполнен выход.',
    ],
    sms: 'Danbao: ваш платёжный пароль изменён. Если это не вы, действуйте сразу: {recover}',
  },
  zh: {
    subject: '您的支付密码已修改',
    lines: ['您在设置中修改了用于确认付款的六位支付密码。', '其他设备均已退出登录。'],
    sms: 'Danbao：您的支付密码已修改。若非本人操作，请立即处理：{recover}',
  },
})

export const QUESTIONS_CHANGED = securityNotice({
  en: {
    subject: 'Your security questions were changed',
    lines: [
      'From now on we ask the new questions when you have forgotten a password.',
      'All other devices were signed out.',
    ],
    sms: 'Danbao: your security questions were changed. Was it not you? Act at once: {recover}',
  },
  ru: {
    subject: 'Ваши контрольные вопросы изменены',
    lines: [
      'Теперь, если вы забудете пароль, мы зададим новые вопросы.',
      'На всех других устройствах выполнен выход.',
    ],
    sms: 'Danbao: ваши контрольные вопросы изменены. Если это не вы, действуйте сразу: {recover}',
  },
  zh: {
    subject: '您的安全问题已修改',
    lines: ['今后忘记密码时，我们将询问新的问题。', '其他设备均已退出登录。'],
    sms: 'Danbao：您的安全问题已修改。若非本人操作，请立即处理：{recover}',
  },
})

/** To the address and the number as they were before. */
export const PHONE_CHANGED = securityNotice({
  en: {
    subject: 'Your phone number was changed',
    lines: ['Codes for your account now go to {phone}.', 'All other devices were signed out.'],
    sms: 'Danbao: codes for your account now go to another number. Was it not you? {recover}',
  },
  ru: {
    subject: 'Ваш номер телефона изменён',
    lines: [
      'Коды для вашего аккаунта теперь приходят на {phone}.',
      'На всех других устройствах выполнен выход.',
    ],
    sms: 'Danbao: коды для вашего аккаунта теперь приходят на другой номер. Это не вы? {recover}',
  },
  zh: {
    subject: '您的手机号码已更换',
    lines: ['您账户的验证码今后将发送到 {phone}。', '其他设备均已退出登录。'],
    sms: 'Danbao：您账户的验证码将发送到新的手机号码。若非本人操作：{recover}',
  },
})

export const PHONE_CODE = defineSms({
  en: 'Danbao: {code} confirms this number for your account. We never ask for it by phone.',
  ru: 'Danbao: {code} подтвердит этот номер для вашего аккаунта. Мы не спрашиваем код по телефону.',
  zh: 'Danbao：{code} 用于确认您账户的新手机号码。我们不会通过电话索要验证码。',
})
