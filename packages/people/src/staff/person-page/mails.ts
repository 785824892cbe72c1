import { defineMail } from '../../messages/index.ts'

export const SESSIONS_ENDED = defineMail({
  en: {
    subject: 'You were signed out everywhere',
    lines: [
      'Our staff ended all your sessions, on every device. Your money and your passwords are as they were.',
      'Sign in again to go on. If you think that somebody knows your password, set a new one in the settings.',
    ],
  },
  ru: {
    subject: 'Вы вышли на всех устройствах',
    lines: [
      'Наши сотрудники завершили все ваши сеансы на всех устройствах. Деньги и пароли остались прежними.',
      'Чтобы продолжить, войдите снова. Если вам кажется, что кто-то знает ваш пароль, задайте новый в настройках.',
    ],
  },
  zh: {
    subject: '您已在所有设备上退出登录',
    lines: [
      '我们的工作人员结束了您在所有设备上的会话。您的资金和密码没有变化。',
      '请重新登录以继续。如果您怀疑有人知道您的密码，请在设置中更换。',
    ],
  },
})
