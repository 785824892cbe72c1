export type Language = 'en' | 'ru' | 'zh'

/** Of what the client asked for (`ui_locales`), else of the browser's settings, else English. */
export function languageOf(uiLocales: unknown, acceptLanguage: string | undefined): Language {
  const wanted = typeof uiLocales === 'string' ? uiLocales.split(' ') : []
  const accepted = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0] ?? '')
  for (const tag of [...wanted, ...accepted]) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (language === 'en' || language === 'ru' || language === 'zh') return language
  }
  return 'en'
}

export const WORDS = {
  en: {
    market: 'Sample Market',
    signIn: 'Sign in',
    goOn: (client: string) => `to go on to ${client}`,
    demo: 'This is a demo: choose who you are. Nobody here is real.',
    unconfirmed: 'address not confirmed',
    byPassword: 'Sign in with address and password',
    email: 'E-mail address',
    password: 'Password',
    wrong: 'Address or password are wrong.',
    cancel: 'Cancel',
    consent: (client: string) => `${client} wants to know`,
    shares: ['your name', 'your e-mail address'],
    never: 'Your password and your orders stay here.',
    allow: 'Allow',
    signedInAs: 'Signed in as',
    goneTitle: 'This took too long',
    gone: 'Go back to where you came from and start once more.',
    errorTitle: 'This did not work',
    error: 'The address that brought you here is not in order. Go back and start once more.',
  },
  ru: {
    market: 'Образцовый рынок',
    signIn: 'Вход',
    goOn: (client: string) => `чтобы продолжить в ${client}`,
    demo: 'Это демонстрация: выберите, кто вы. Все люди здесь вымышлены.',
    unconfirmed: 'адрес не подтверждён',
    byPassword: 'Войти по адресу и паролю',
    email: 'Электронная почта',
    password: 'Пароль',
    wrong: 'Неверный адрес или пароль.',
    cancel: 'Отмена',
    consent: (client: string) => `${client} хочет узнать`,
    shares: ['ваше имя', 'ваш адрес электронной почты'],
    never: 'Ваш пароль и заказы остаются здесь.',
    allow: 'Разрешить',
    signedInAs: 'Вы вошли как',
    goneTitle: 'Прошло слишком много времени',
    gone: 'Вернитесь туда, откуда пришли, и начните ещё раз.',
    errorTitle: 'Не получилось',
    error: 'Адрес, по которому вы пришли, неверен. Вернитесь и начните ещё раз.',
  },
  zh: {
    market: '示例商城',
    signIn: '登录',
    goOn: (client: string) => `以继续前往 ${client}`,
    demo: '这是演示：请选择您的身份。此处人物均为虚构。',
    unconfirmed: '邮箱未验证',
    byPassword: '使用邮箱和密码登录',
    email: '电子邮箱',
    password: '密码',
    wrong: '邮箱或密码错误。',
    cancel: '取消',
    consent: (client: string) => `${client} 希望获取`,
    shares: ['您的姓名', '您的电子邮箱'],
    never: '您的密码和订单不会被共享。',
    allow: '允许',
    signedInAs: '当前身份',
    goneTitle: '等待时间过长',
    gone: '请返回原页面，重新开始。',
    errorTitle: '操作未成功',
    error: '您访问的链接有误。请返回并重新开始。',
  },
} as const
