import type { AppRefusalCode, RefusalCode } from '@danbao/contracts'
import type { Translated } from '../words/words.ts'
import { accessRefusals } from './refusal-words/access.ts'
import { identityRefusals } from './refusal-words/identity.ts'
import { moneyRefusals } from './refusal-words/money.ts'
import { requestRefusals } from './refusal-words/requests.ts'

/** Of the API for programs only: no app sends what these refuse. */
type NeverMet = 'idempotency_key_missing' | 'idempotency_key_invalid' | 'idempotency_key_reused'

/** What the server says, `offline` when it could not be asked, `unknown` when it made no sense. */
export type ApiRefusalCode = Exclude<RefusalCode | AppRefusalCode, NeverMet> | 'offline' | 'unknown'

/** What happened, what it means, what to do: for every refusal that an app can meet. */
export const refusalWords: Readonly<Record<ApiRefusalCode, Translated>> = {
  ...requestRefusals,
  ...accessRefusals,
  ...identityRefusals,
  ...moneyRefusals,
}

export function isRefusalCode(code: unknown): code is ApiRefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusalWords, code)
}
