import type { Refusal } from '@danbao/contracts'
import type { Instant, Uuid } from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { readLink, useLink } from '../base/links.ts'
import { lockPerson, type Person } from '../base/person.ts'

export interface Following {
  readonly purpose: string
  readonly now: Instant
  /** Whose the link's subject is; absent: the subject is the person. */
  readonly personOf?: (subjectId: Uuid) => Promise<Uuid | null | undefined>
}

export interface FollowedLink {
  /** Locked. */
  readonly person: Person
  readonly subjectId: Uuid
}

/**
 * Uses a link up, for a person whose account is open. The person is locked before the link: who
 * kills links holds the person already, and would wait for us as we for them.
 */
export async function followLink(
  client: PoolClient,
  token: string,
  { purpose, now, personOf }: Following,
): Promise<FollowedLink | undefined> {
  const link = await readLink(client, token, { purpose, now })
  if (link === undefined) return undefined
  const personId = personOf === undefined ? link.subjectId : await personOf(link.subjectId)
  if (personId === undefined || personId === null) return undefined
  const person = await lockPerson(client, personId)
  if (person === undefined || person.closedAt !== null) return undefined
  const used = await useLink(client, token, { purpose, now })
  return used && { person, subjectId: used.subjectId }
}

export const LINK_INVALID: Refusal = {
  code: 'link_invalid',
  detail: 'The link was used already, is too old, or another one was sent after it.',
}
