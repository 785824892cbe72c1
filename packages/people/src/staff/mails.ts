import { defineMail } from '../messages/index.ts'

export const INVITATION = defineMail({
  en: {
    subject: 'You were invited to the Danbao console',
    lines: [
      'Hello {name}, you are now a member of staff. Set a password, then sign in; you will also set up an authenticator app.',
      { button: 'Set a password', href: '{link}' },
      { small: 'The link is good for 3 days, once. If you did not expect this, leave it alone.' },
    ],
  },
  ru: {
    subject: 'Вас пригласили в консоль Danbao',
    lines: [
      'Здравствуйте, {name}! Вы теперь сотрудник. Задайте пароль и войдите; при входе вы подключите приложение-аутентификатор.',
      { button: 'Задать пароль', href: '{link}' },
      {
        small:
          'Ссылка действует 3 дня и срабатывает один раз. Если вы этого не ждали, ничего не делайте.',
      },
    ],
  },
  zh: {
    subject: '您已受邀使用 Danbao 控制台',
    lines: [
      '{name}，您好！您现在是工作人员了。请设置密码并登录；登录时还需绑定验证器应用。',
      { button: '设置密码', href: '{link}' },
      { small: '链接 3 天内有效，仅可使用一次。如果您并未预期此邮件，请忽略它。' },
    ],
  },
})

export const NEW_PASSWORD = defineMail({
  en: {
    subject: 'Set a new password for the Danbao console',
    lines: [
      'Hello {name}, an administrator sent you a link to set a new password. The old one works until then; afterwards you sign in anew everywhere.',
      { button: 'Set a new password', href: '{link}' },
      {
        small:
          'The link is good for 3 days, once. If you did not ask for it, tell your administrator.',
      },
    ],
  },
  ru: {
    subject: 'Задайте новый пароль для консоли Danbao',
    lines: [
      'Здравствуйте, {name}! Администратор отправил вам ссылку, чтобы задать новый пароль. До этого действует прежний; после этого нужно будет снова войти на всех устройствах.',
      { button: 'Задать новый пароль', href: '{link}' },
      {
        small:
          'Ссылка действует 3 дня и срабатывает один раз. Если вы её не просили, сообщите администратору.',
      },
    ],
  },
  zh: {
    subject: '请为 Danbao 控制台设置新密码',
    lines: [
      '{name}，您好！管理员向您发送了设置新密码的链接。在此之前旧密码仍可使用；设置后，您需要在所有设备上重新登录。',
      { button: '设置新密码', href: '{link}' },
      { small: '链接 3 天内有效，仅可使用一次。如果不是您要求的，请告知管理员。' },
    ],
  },
})

export const SECOND_FACTOR_RESET = defineMail({
  en: {
    subject: 'Your second factor for the Danbao console was reset',
    lines: [
      'Hello {name}, an administrator removed your authenticator app. Your sessions were ended.',
      'At your next sign-in you set up a new one.',
      { small: 'If you did not ask for this, tell your administrator at once.' },
    ],
  },
  ru: {
    subject: 'Второй фактор для консоли Danbao сброшен',
    lines: [
      'Здравствуйте, {name}! Администратор отключил ваше приложение-аутентификатор. Ваши сеансы завершены.',
      'При следующем входе вы подключите новое.',
      { small: 'Если вы об этом не просили, сразу сообщите администратору.' },
    ],
  },
  zh: {
    subject: '您的 Danbao 控制台第二验证因素已重置',
    lines: [
      '{name}，您好！管理员移除了您的验证器应用，您的所有会话已结束。',
      '下次登录时，请重新绑定验证器应用。',
      { small: '如果不是您要求的，请立即告知管理员。' },
    ],
  },
})

export const PASSWORD_CHANGED = defineMail({
  en: {
    subject: 'Your password for the Danbao console was changed',
    lines: [
      'Hello {name}, your password for the console was changed a moment ago. Your other sessions were ended.',
      { small: 'If it was not you, tell your administrator at once.' },
    ],
  },
  ru: {
    subject: 'Ваш пароль для консоли Danbao изменён',
    lines: [
      'Здравствуйте, {name}! Ваш пароль для консоли только что сменили. Другие ваши сеансы завершены.',
      { small: 'Если это не вы, сразу сообщите администратору.' },
    ],
  },
  zh: {
    subject: '您的 Danbao 控制台密码已修改',
    lines: [
      '{name}，您好！您的控制台密码刚刚被修改，您的其他会话已结束。',
      { small: '如果不是您本人操作，请立即告知管理员。' },
    ],
  },
})

export const ROLES_CHANGED = defineMail({
  en: {
    subject: 'Your roles in the Danbao console have changed',
    lines: [
      'Hello {name}, what you may do in the console has changed. Your own page there shows your roles.',
      { small: 'If this surprises you, ask your administrator.' },
    ],
  },
  ru: {
    subject: 'Ваши роли в консоли Danbao изменились',
    lines: [
      'Здравствуйте, {name}! Ваши права в консоли изменились. Свои роли вы увидите на своей странице.',
      { small: 'Если это для вас неожиданность, спросите администратора.' },
    ],
  },
  zh: {
    subject: '您在 Danbao 控制台的角色已变更',
    lines: [
      '{name}，您好！您在控制台中的权限已变更。您可在个人页面查看自己的角色。',
      { small: '如有疑问，请咨询管理员。' },
    ],
  },
})
