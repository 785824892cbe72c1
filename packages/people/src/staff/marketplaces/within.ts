import type { Refusal } from '@danbao/contracts'
import { type MarketplaceCaller, marketplaces } from '@danbao/core'
import { accept, type Instant, InvariantError, type Result, type Uuid } from '@danbao/kernel'
import type { Queryable } from '@danbao/database'
import type { z } from 'zod'
import type { StaffVisitor } from '../../base/handling.ts'
import { type Detail, recordAudit } from '../../base/history.ts'
import { noSuch } from '../refusals.ts'

/** A marketplace as somebody of staff works on it. */
export interface Place {
  readonly marketplace: marketplaces.Marketplace
  /** The core does for it what it does for its key. */
  readonly caller: MarketplaceCaller
}

/** The one rule of all of this: a merchant knows of their own marketplace only. */
export async function within(
  client: Queryable,
  { marketplaceId }: StaffVisitor,
  id: Uuid,
): Promise<Result<Place, Refusal>> {
  const known = marketplaceId === null || marketplaceId === id
  const marketplace = known ? await marketplaces.findMarketplace(client, id) : undefined
  if (marketplace === undefined) return noSuch('marketplace')
  return accept({ marketplace, caller: callerOf(id) })
}

/** Of a marketplace that the visitor may work on. */
export function callerOf(marketplaceId: Uuid): MarketplaceCaller {
  return { kind: 'marketplace', marketplaceId, actingAs: null }
}

interface Kept {
  readonly action: `marketplace.${string}`
  readonly detail?: Detail
  readonly now: Instant
}

/** Keeps what was done to a marketplace, with its name as it was then. */
export function keep(
  client: Queryable,
  who: StaffVisitor,
  { marketplace: { id, name } }: Pick<Place, 'marketplace'>,
  { action, detail, now }: Kept,
): Promise<void> {
  const entry = { staffId: who.staffId, action, subjectId: id, visit: who, now }
  return recordAudit(client, { ...entry, detail: { marketplace: name, ...detail } })
}

/** What the core answers is JSON, made for its API. */
export function readAnswer<T>(schema: z.ZodType<T>, answer: string): T {
  const parsed = schema.safeParse(JSON.parse(answer))
  if (!parsed.success) throw new InvariantError('The core answers as its contract says.')
  return parsed.data
}
