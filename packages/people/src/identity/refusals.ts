import type { FieldError, Refusal } from '@danbao/contracts'
import { refuse, type Result } from '@danbao/kernel'
import type { IdentityCheck } from './check.ts'

/** Also of what belongs to somebody else: it must not be told apart. */
export function noSuchCheck(): Result<never, Refusal> {
  return refuse({ code: 'not_found', detail: 'There is no such identity check.' })
}

export function noSuchDocument(): Result<never, Refusal> {
  return refuse({ code: 'not_found', detail: 'There is no such document.' })
}

export function wrongState({ state }: Pick<IdentityCheck, 'state'>): Result<never, Refusal> {
  return refuse({
    code: 'wrong_state',
    detail: `The identity check is ${state}.`,
    members: { state },
  })
}

export function documentInUse(): Result<never, Refusal> {
  return refuse({
    code: 'document_in_use',
    detail: 'This document proves who somebody else is. Each document belongs to one account.',
  })
}

export function wrongFields(errors: readonly FieldError[]): Result<never, Refusal> {
  return refuse({
    code: 'invalid_request',
    detail: 'Some of the data can not be accepted.',
    errors,
  })
}
