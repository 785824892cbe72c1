import { defineMail } from '../messages/index.ts'

/** Values: `browser`, `time`, `ip`, `recover` (the page to set a new password). */
export const NEW_DEVICE = defineMail({
  en: {
    subject: 'A new device signed in to your account',
    lines: [
      'Somebody signed in to your Danbao account with a device that we have not seen before.',
      'Device: {browser}',
      'Time: {time}',
      'Network address: {ip}',
      'Was it you? Then there is nothing to do.',
      'Was it not you? Then set a new password now. All devices will be signed out.',
      { button: 'Set a new password', href: '{recover}' },
    ],
  },
  ru: {
    subject: 'Вход в ваш аккаунт с нового устройства',
    lines: [
      'В ваш аккаунт Danbao вошли с устройства, которого мы раньше не видели.',
      'Устройство: {browser}',
      'Время: {time}',
      'Сетевой адрес: {ip}',
      'Это были вы? Тогда ничего делать не нужно.',
      'Это были не вы? Тогда сразу задайте новый пароль. Выход произойдёт на всех устройствах.',
      { button: 'Задать новый пароль', href: '{recover}' },
    ],
  },
  zh: {
    subject: '新设备登录了您的账户',
    lines: [
      '有人用一台我们从未见过的设备登录了您的 Danbao 账户。',
      '设备：{browser}',
      '时间：{time}',
      '网络地址：{ip}',
      '如果是您本人，无需任何操作。',
      '如果不是您本人，请立即设置新密码，所有设备都会退出登录。',
      { button: '设置新密码', href: '{recover}' },
    ],
  },
})
