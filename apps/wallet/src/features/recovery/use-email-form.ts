import type { EmailRecoveryRequest } from '@danbao/contracts/wallet'
import { type ApiRefusal, type FormHandle, useForm, useWords } from '@danbao/ui'
import { api } from '../../api.ts'
import { useCaptcha } from '../captcha/use-captcha.ts'
import { EMAIL_STEPS, type EmailStepName } from './email-fields.ts'
import { emailWords } from './email-words.ts'

const EMPTY = {
  old_email: '',
  new_email: '',
  phone: '',
  card_last_four: '',
  recent_payments: '',
  turnover: '',
}
type Values = typeof EMPTY
export type EmailForm = FormHandle<Values>

export interface EmailFormOptions {
  /** The question that is shown. */
  readonly at: number
  readonly goTo: (at: number) => void
  /** It was accepted; the mail goes to this address. */
  readonly onSent: (address: string) => void
}

/** One form over all questions: only the last one sends, the others go on. */
export function useEmailForm({ at, goTo, onSent }: EmailFormOptions): EmailForm {
  const captcha = useCaptcha('recover_email')
  const check = useCheck()
  const t = useWords(emailWords)
  const last = at === EMAIL_STEPS.length - 1
  const form: EmailForm = useForm({
    initial: EMPTY,
    keep: 'recover.email',
    check: (values) => firstWrong(check(values, last), at, goTo),
    told: { new_email: { same_address: t('same_address') } },
    submit: async (values) => {
      if (!last) return
      const body = { ...bodyOf(values), captcha: await captcha.take() }
      await api.call('requestEmailRecovery', { body })
    },
    done: (_, values) => {
      if (last) return onSent(values.new_email.trim())
      goTo(at + 1)
      // Going on counts as sent, which forgets what was typed; it is kept until it really is.
      form.set({})
    },
    refused: (refusal) => {
      const wrong = stepOf(refusal)
      if (wrong !== undefined) goTo(wrong)
      return false
    },
  })
  return form
}

type Complaints = Partial<Record<EmailStepName, string | undefined>>

function useCheck(): (values: Values, last: boolean) => Complaints {
  const t = useWords(emailWords)
  return (values, last) => {
    const { old_email: before, new_email: after, card_last_four: card } = values
    const same = before.trim().toLowerCase() === after.trim().toLowerCase()
    const knows = [values.phone, card, values.recent_payments, values.turnover]
    const nothing = last && knows.every((text) => text.trim() === '')
    return {
      old_email: isAddress(before) ? undefined : t('email_needed'),
      new_email: isAddress(after) ? (same ? t('same_address') : undefined) : t('email_needed'),
      card_last_four: /^(\d{4})?$/.test(card.trim()) ? undefined : t('card_wrong'),
      turnover: nothing ? t('nothing_known') : undefined,
    }
  }
}

/** Only what was asked already can be wrong; goes back to it when it is not shown. */
function firstWrong(found: Complaints, at: number, goTo: (at: number) => void): Complaints {
  const asked = EMAIL_STEPS.slice(0, at + 1)
  const wrong = asked.filter((name) => found[name] !== undefined)
  const [first] = wrong
  if (first !== undefined && first !== EMAIL_STEPS[at]) goTo(EMAIL_STEPS.indexOf(first))
  return Object.fromEntries(wrong.map((name) => [name, found[name]]))
}

function bodyOf(values: Values): Omit<EmailRecoveryRequest, 'captcha'> {
  const { old_email, new_email, ...optional } = values
  const known = Object.entries(optional)
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '')
  return { old_email, new_email, ...Object.fromEntries(known) }
}

function stepOf({ errors }: ApiRefusal): number | undefined {
  const at = EMAIL_STEPS.findIndex((name) => errors.some(({ pointer }) => pointer === `/${name}`))
  return at < 0 ? undefined : at
}

function isAddress(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim())
}
