import { encodeId, type Instant, type Uuid } from '@danbao/kernel'
import { createAccount } from '../commands/index.ts'
import type { MarketplaceCaller } from '../engine/caller.ts'
import { idIn, type RunCommand } from './commands.ts'

/** Finds the account of a reference; the first order that names a person creates it. */
export type FindPerson = (role: 'Buyer' | 'Seller', reference: string, at: Instant) => Promise<Uuid>

export function createFindPerson(
  run: RunCommand,
  marketplace: MarketplaceCaller,
  known: ReadonlyMap<string, Uuid>,
): FindPerson {
  const created = new Map<string, Promise<Uuid>>()
  const create = async (role: string, reference: string, at: Instant): Promise<Uuid> => {
    const name = `${role} ${reference.slice(0, 8)}`
    const command = createAccount(marketplace, { name, reference })
    return idIn(await run({ name: `create account ${reference}`, at, command }), 'acc')
  }
  return async (role, reference, at) => {
    const id = known.get(reference)
    if (id !== undefined) return id
    const promise = created.get(reference) ?? create(role, reference, at)
    created.set(reference, promise)
    return promise
  }
}

/** An account's id as requests carry it. */
export function accountText(id: Uuid): string {
  return encodeId('acc', id)
}
