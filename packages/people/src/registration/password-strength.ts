import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { Refusal } from '@danbao/contracts'
import {
  guessedWords,
  isPersonal,
  PASSWORD_RULES,
  passwordForms,
  type PasswordWarning,
  personalWords,
} from '@danbao/contracts/wallet'
import type { Person } from '../base/person.ts'

const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
const COMMON: ReadonlySet<string> = new Set(dictionary['passwords-common'])

/** Longer ones are judged by their beginning: the estimate takes ever more time. */
const JUDGED = 64

export type Owner = Pick<Person, 'email' | 'givenName' | 'familyName'>

const DETAILS: Readonly<Record<PasswordWarning, string>> = {
  too_short: `Use ${PASSWORD_RULES.shortest} characters or more. Several words are fine.`,
  too_long: `Use ${PASSWORD_RULES.longest} characters or fewer.`,
  common: 'Many people have this password: it is among the first that are tried.',
  personal: 'Leave your name and address out of the password.',
  pattern:
    'Rows, repeats and dates are easy to guess. Use several words that do not belong together.',
  guessable: 'This is easy to guess. Use several words that do not belong together.',
}

/** Undefined: strong enough for this person. */
export function judgeNewPassword(password: string, owner: Owner): Refusal | undefined {
  const warning = findWeakness(password, owner)
  if (warning === undefined) return undefined
  return { code: 'password_weak', detail: DETAILS[warning], members: { warning } }
}

function findWeakness(password: string, owner: Owner): PasswordWarning | undefined {
  const { length } = [...password]
  if (length < PASSWORD_RULES.shortest) return 'too_short'
  if (length > PASSWORD_RULES.longest) return 'too_long'
  const forms = passwordForms(password)
  if (forms.some((form) => COMMON.has(form.toLowerCase()))) return 'common'
  const { email, givenName, familyName } = owner
  const personal = personalWords([email, givenName ?? '', familyName ?? ''])
  if (isPersonal(password, personal)) return 'personal'
  for (const form of forms) {
    const { score, feedback } = zxcvbn.check(form.slice(0, JUDGED), guessedWords(personal))
    if (score < PASSWORD_RULES.score) return warningOf(feedback.warning)
  }
  return undefined
}

const PATTERNS: ReadonlySet<string> = new Set([
  'straightRow',
  'keyPattern',
  'simpleRepeat',
  'extendedRepeat',
  'sequences',
  'recentYears',
  'dates',
])
const FAMILIAR: ReadonlySet<string> = new Set([
  'topTen',
  'topHundred',
  'common',
  'similarToCommon',
  'pwned',
])

function warningOf(reason: string | null): PasswordWarning {
  if (reason === null) return 'guessable'
  if (reason === 'userInputs') return 'personal'
  if (PATTERNS.has(reason)) return 'pattern'
  return FAMILIAR.has(reason) ? 'common' : 'guessable'
}
