import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { Language } from '../base/person.ts'
import { defineMail, defineSms, type MailWords, type Notice } from '../messages/index.ts'

export interface NoticeWords {
  readonly subject: string
  readonly lines: readonly string[]
  readonly sms: string
}

/** A word to every channel of the account, with a way back for an owner who did not do it. */
export type Notices = (
  deps: PeopleDeps,
  values?: Readonly<Record<string, string | number>>,
) => Omit<Notice, 'now'>

const NOT_YOU: Readonly<Record<Language, string>> = {
  en: 'Was it not you? Then set a new password now. It ends every session but yours.',
  ru: 'Это были не вы? Тогда сразу задайте новый пароль. Все чужие сеансы завершатся.',
  zh: '不是您本人操作？请立即设置新密码，其他所有登录都会退出。',
}

const BUTTON: Readonly<Record<Language, string>> = {
  en: 'Set a new password',
  ru: 'Задать новый пароль',
  zh: '设置新密码',
}

export function securityNotice(words: Readonly<Record<Language, NoticeWords>>): Notices {
  const mailWords = (language: Language): MailWords => ({
    subject: words[language].subject,
    lines: [
      ...words[language].lines,
      NOT_YOU[language],
      { button: BUTTON[language], href: '{recover}' },
    ],
  })
  const mail = defineMail({ en: mailWords('en'), ru: mailWords('ru'), zh: mailWords('zh') })
  const sms = defineSms({ en: words.en.sms, ru: words.ru.sms, zh: words.zh.sms })
  return (deps, values = {}) => ({
    mail,
    sms,
    values: { ...values, recover: walletUrl(deps, 'recover') },
  })
}
