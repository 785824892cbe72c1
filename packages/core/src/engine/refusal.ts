import type { Refusal } from '@danbao/contracts'
import { refuse } from '@danbao/kernel'

/** A refusal with its code, a sentence that helps, and further members of the problem. */
export function refuseWith(
  code: Refusal['code'],
  detail: string,
  members?: NonNullable<Refusal['members']>,
): { readonly ok: false; readonly refusal: Refusal } {
  return refuse(members === undefined ? { code, detail } : { code, detail, members })
}
