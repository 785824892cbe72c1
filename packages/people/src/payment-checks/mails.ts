import { defineMail } from '../messages/index.ts'

/** To somebody whose payment waits until their identity is proved. */
export const IDENTITY_ASKED = defineMail({
  en: {
    subject: 'Your payment waits for your identity',
    lines: [
      'Before your payment of {amount} goes on, we would like to know who you are. The money is held safely; the seller has not got it.',
      '{reason}',
      'Show your document until {due}. As soon as it is approved, the payment goes on by itself; if the time runs out, the money goes back to your wallet.',
      { button: 'Prove your identity', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Платёж ждёт подтверждения вашей личности',
    lines: [
      'Прежде чем провести платёж на {amount}, мы хотим узнать, кто вы. Деньги надёжно удерживаются, продавец их не получил.',
      '{reason}',
      'Покажите документ до {due}. Как только его одобрят, платёж пойдёт дальше сам; если не успеть, деньги вернутся в ваш кошелёк.',
      { button: 'Подтвердить личность', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的付款正等待身份验证',
    lines: [
      '在 {amount} 的付款继续之前，我们需要确认您的身份。款项已安全担保，卖家尚未收到。',
      '{reason}',
      '请在 {due} 之前提交证件。验证通过后付款将自动继续；逾期款项将退回您的钱包。',
      { button: '验证身份', href: '{link}' },
    ],
  },
})

export const PAYMENT_REFUSED = defineMail({
  en: {
    subject: 'Your payment was refused, the money is back',
    lines: [
      'We have checked your payment and could not let it through. {amount} is back in your wallet; the seller got nothing.',
      'Why: {reason}',
      { button: 'Open the wallet', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Платёж отклонён, деньги вернулись',
    lines: [
      'Мы проверили ваш платёж и не смогли его пропустить. {amount} снова в вашем кошельке, продавец ничего не получил.',
      'Почему: {reason}',
      { button: 'Открыть кошелёк', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的付款未通过，款项已退回',
    lines: [
      '我们核查了您的付款，未能放行。{amount} 已退回您的钱包，卖家未收到任何款项。',
      '原因：{reason}',
      { button: '打开钱包', href: '{link}' },
    ],
  },
})
