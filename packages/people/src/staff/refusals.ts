import type { Refusal } from '@danbao/contracts'

interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

export function refuseWith(
  code: Refusal['code'],
  detail: string,
  members?: NonNullable<Refusal['members']>,
): Refused {
  return { ok: false, refusal: { code, detail, ...(members === undefined ? {} : { members }) } }
}

/** `what`: e.g. `case`. The same for what is not there and for what this member may not know of. */
export function noSuch(what: string): Refused {
  return refuseWith('not_found', `There is no such ${what}.`)
}
