import type { Refusal } from '@danbao/contracts'
import { accept, decodeId, refuse, type Result } from '@danbao/kernel'
import type { Caller, Mode, Principal } from './api-port.ts'
import { invalidRequest } from './parse-request.ts'

/** The token of `Authorization: Bearer …`; undefined when there is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^bearer +(\S+) *$/i.exec(header)?.[1]
}

/** In whose name the owner of the key asks. */
export function callerOf(
  principal: Principal,
  actAs: string | string[] | undefined,
  mode: Mode,
): Result<Caller, Refusal> {
  if (actAs === undefined) {
    return accept(principal.kind === 'operator' ? principal : { ...principal, actingAs: null })
  }
  if (mode === 'live') return notAllowed('Nobody can act for others in a live database.')
  if (principal.kind === 'operator') return notAllowed('Only a marketplace acts for its people.')
  const account = decodeId('acc', String(actAs))
  if (account.ok) return accept({ ...principal, actingAs: account.value })
  const detail = 'must be an id that starts with acc_'
  return refuse(
    invalidRequest([{ pointer: '/headers/danbao-act-as', code: 'invalid_value', detail }]),
  )
}

const notAllowed = (detail: string) => refuse<Refusal>({ code: 'not_allowed', detail })
