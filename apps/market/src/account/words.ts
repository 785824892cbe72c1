import type { InEachLanguage } from '../page/language.ts'

const en = {
  title: 'Account',
  signIn: 'Sign in',
  why: 'You can buy without it. Signed in, you see your orders on every device, and sellers get to their shop.',
  demo: 'This is a demo: choose who you are. Nobody here is real.',
  shop: 'Shop',
  byPassword: 'With address and password',
  hint: 'Everybody here has the password',
  email: 'E-mail address',
  password: 'Password',
  wrong: 'Address or password are wrong.',
  signedInAs: 'You are signed in as',
  toShop: 'To my shop',
  toOrders: 'To my orders',
  signOut: 'Sign out',
}
export type AccountWords = typeof en

const ru: AccountWords = {
  title: 'Профиль',
  signIn: 'Вход',
  why: 'Покупать можно и без входа. После входа заказы видны на любом устройстве, а продавцы попадают в свою лавку.',
  demo: 'Это демонстрация: выберите, кто вы. Все люди здесь вымышлены.',
  shop: 'Лавка',
  byPassword: 'По адресу и паролю',
  hint: 'У всех здесь пароль',
  email: 'Электронная почта',
  password: 'Пароль',
  wrong: 'Неверный адрес или пароль.',
  signedInAs: 'Вы вошли как',
  toShop: 'В мою лавку',
  toOrders: 'К моим заказам',
  signOut: 'Выйти',
}

const zh: AccountWords = {
  title: '账户',
  signIn: '登录',
  why: '不登录也能购买。登录后可在任何设备查看订单，卖家可进入自己的店铺。',
  demo: '这是演示：请选择您的身份。此处人物均为虚构。',
  shop: '店铺',
  byPassword: '使用邮箱和密码',
  hint: '此处所有人的密码均为',
  email: '电子邮箱',
  password: '密码',
  wrong: '邮箱或密码错误。',
  signedInAs: '当前身份',
  toShop: '进入我的店铺',
  toOrders: '查看我的订单',
  signOut: '退出登录',
}

export const ACCOUNT_WORDS: InEachLanguage<AccountWords> = { en, ru, zh }
