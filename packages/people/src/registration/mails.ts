import { defineMail, defineSms } from '../messages/index.ts'

/** Value: `link`. */
export const CONFIRM_EMAIL = defineMail({
  en: {
    subject: 'Confirm your e-mail address',
    lines: [
      'You began to register with Danbao. Confirm that this address is yours, then go on.',
      { button: 'Confirm and go on', href: '{link}' },
      {
        small:
          'The link is good for 24 hours and once. If you did not register, do nothing: no account is opened.',
      },
    ],
  },
  ru: {
    subject: 'Подтвердите адрес электронной почты',
    lines: [
      'Вы начали регистрацию в Danbao. Подтвердите, что это ваш адрес, и продолжайте.',
      { button: 'Подтвердить и продолжить', href: '{link}' },
      {
        small:
          'Ссылка действует 24 часа и срабатывает один раз. Если вы не регистрировались, ничего не делайте: аккаунт не будет открыт.',
      },
    ],
  },
  zh: {
    subject: '请确认您的邮箱',
    lines: [
      '您正在注册 Danbao。请确认这是您的邮箱，然后继续注册。',
      { button: '确认并继续', href: '{link}' },
      { small: '链接 24 小时内有效，仅可使用一次。如果不是您注册的，请忽略本邮件，账户不会开通。' },
    ],
  },
})

/** To somebody who began before and did not finish. Value: `link`. */
export const CONTINUE_REGISTRATION = defineMail({
  en: {
    subject: 'Go on with your registration',
    lines: [
      'You began to register with this address before. All that you entered is still there.',
      { button: 'Go on with the registration', href: '{link}' },
      { small: 'The link is good for 24 hours and once. If it was not you, do nothing.' },
    ],
  },
  ru: {
    subject: 'Продолжите регистрацию',
    lines: [
      'Вы уже начинали регистрацию с этим адресом. Всё, что вы ввели, сохранилось.',
      { button: 'Продолжить регистрацию', href: '{link}' },
      {
        small:
          'Ссылка действует 24 часа и срабатывает один раз. Если это были не вы, ничего не делайте.',
      },
    ],
  },
  zh: {
    subject: '继续完成注册',
    lines: [
      '您之前用此邮箱开始过注册，已填写的内容都已保存。',
      { button: '继续注册', href: '{link}' },
      { small: '链接 24 小时内有效，仅可使用一次。如果不是您本人操作，请忽略本邮件。' },
    ],
  },
})

/** Values: `sign_in`, `recover`. */
export const ACCOUNT_EXISTS = defineMail({
  en: {
    subject: 'You have an account already',
    lines: [
      'Somebody wanted to register with this address. It belongs to your Danbao account, so no new one was opened.',
      { button: 'Sign in', href: '{sign_in}' },
      'Forgotten the password? Set a new one here: {recover}',
      { small: 'If it was not you, there is nothing to do: your account is as it was.' },
    ],
  },
  ru: {
    subject: 'У вас уже есть аккаунт',
    lines: [
      'Кто-то хотел зарегистрироваться с этим адресом. Он принадлежит вашему аккаунту Danbao, поэтому новый не открыт.',
      { button: 'Войти', href: '{sign_in}' },
      'Забыли пароль? Задайте новый здесь: {recover}',
      { small: 'Если это были не вы, делать ничего не нужно: с аккаунтом ничего не произошло.' },
    ],
  },
  zh: {
    subject: '您已有账户',
    lines: [
      '有人用此邮箱申请注册。该邮箱已属于您的 Danbao 账户，因此没有开通新账户。',
      { button: '登录', href: '{sign_in}' },
      '忘记密码？请在此重设：{recover}',
      { small: '如果不是您本人操作，无需处理，您的账户没有任何变化。' },
    ],
  },
})

/** Values: `name`, `limit`, `wallet`. No card is promised: no processor is connected. */
export const WELCOME = defineMail({
  en: {
    subject: 'Welcome to Danbao',
    lines: [
      'Welcome, {name}. Your account is open.',
      'When you pay for a purchase, Danbao keeps the money sealed until your goods have arrived.',
      'You are at level 0: payments of up to {limit} each. Prove your identity with a document, and you can pay more.',
      { button: 'Open your wallet', href: '{wallet}' },
    ],
  },
  ru: {
    subject: 'Добро пожаловать в Danbao',
    lines: [
      'Здравствуйте, {name}! Ваш аккаунт открыт.',
      'Когда вы платите за покупку, Danbao держит деньги под печатью, пока товар не придёт к вам.',
      'У вас уровень 0: до {limit} за платёж. Подтвердите личность документом, и сможете платить больше.',
      { button: 'Открыть кошелёк', href: '{wallet}' },
    ],
  },
  zh: {
    subject: '欢迎使用 Danbao',
    lines: [
      '{name}，欢迎您！账户已开通。',
      '您购物付款后，Danbao 会将款项封存，直到货物送达。',
      '您目前为 0 级：单笔付款不超过 {limit}。提交证件验证身份后，可提高额度。',
      { button: '打开钱包', href: '{wallet}' },
    ],
  },
})

/** Value: `code`. */
export const PHONE_CODE = defineSms({
  en: 'Danbao: {code} confirms your number. It is good for 5 minutes. We never ask for it by phone.',
  ru: 'Danbao: {code} подтвердит ваш номер. Код действует 5 минут. Мы не спрашиваем его по телефону.',
  zh: 'Danbao：验证码 {code}，5 分钟内有效。我们不会通过电话索要验证码。',
})
