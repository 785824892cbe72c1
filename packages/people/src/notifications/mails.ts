import { NOTIFICATION_WORDS, type NotificationKind } from '@danbao/contracts/wallet'
import { encodeId } from '@danbao/kernel'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Language } from '../base/person.ts'
import {
  defineMail,
  type Mail,
  type MailLine,
  type MailWords,
  tellAmount,
  tellMoment,
} from '../messages/index.ts'
import { tellTimeline } from './timeline.ts'
import type { Told } from './told.ts'

const PAYMENT: Readonly<Record<Language, string>> = {
  en: 'Open the payment',
  ru: 'Открыть платёж',
  zh: '查看付款',
}
const WALLET: Readonly<Record<Language, string>> = {
  en: 'Open the wallet',
  ru: 'Открыть кошелёк',
  zh: '打开钱包',
}
const CHOICE: Readonly<Record<Language, string>> = {
  en: 'What we write to you about is your choice: {choice}',
  ru: 'О чём вам писать, решаете вы: {choice}',
  zh: '您可以选择接收哪些邮件：{choice}',
}

type Form = 'payment' | 'unpaid' | 'wallet'

const made = new Map<string, Mail>()

/** What the screen says, with the timeline as it stands. Each is made when it is first sent. */
export function mailOf(kind: NotificationKind, form: Form): Mail {
  const key = `${kind} ${form}`
  const known = made.get(key)
  if (known !== undefined) return known
  const words = (language: Language): MailWords => ({
    subject: NOTIFICATION_WORDS[kind][language],
    lines: linesOf(kind, form, language),
  })
  const mail = defineMail({ en: words('en'), ru: words('ru'), zh: words('zh') })
  made.set(key, mail)
  return mail
}

function linesOf(kind: NotificationKind, form: Form, language: Language): readonly MailLine[] {
  const timeline = form === 'payment' ? ['{step0}\n{step1}\n{step2}\n{step3}\n{step4}'] : []
  return [
    NOTIFICATION_WORDS[`${kind}_text`][language],
    ...timeline,
    { button: form === 'wallet' ? WALLET[language] : PAYMENT[language], href: '{link}' },
    { small: CHOICE[language] },
  ]
}

/** The mail and the values for one who is told. */
export function writeMail(deps: Pick<PeopleDeps, 'publicUrl'>, told: Told, language: Language) {
  const { kind, subject, currency, amount, part, dueAt } = told
  const paid = subject !== null && subject.stage.paidAt !== null
  const steps = paid ? tellTimeline(subject.stage, language) : []
  const money = kind.startsWith('payout_') ? 'payouts' : ''
  const page = subject === null ? money : `payments/${encodeId('pay', subject.paymentId)}`
  return {
    mail: mailOf(kind, subject === null ? 'wallet' : paid ? 'payment' : 'unpaid'),
    values: {
      ...Object.fromEntries(steps.map((step, index) => [`step${index}`, step])),
      amount: tellAmount(currency, amount, language),
      part: part === null ? '' : tellAmount(currency, part, language),
      other: otherSide(told) ?? '',
      due: dueAt === null ? '' : tellMoment(dueAt, language),
      link: walletUrl(deps, page),
      choice: walletUrl(deps, 'settings/notices'),
    },
  }
}

/** The name of who stands on the other side for the one who is told. */
function otherSide({ personId, subject }: Told): string | null {
  if (subject === null) return null
  return personId === subject.sellerId ? subject.buyerName : subject.sellerName
}
