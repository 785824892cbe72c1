import { decodeId, invariant, type Uuid } from '@danbao/kernel'
import type { Parties } from '@danbao/core/testing'
import { openTestPeople, type TestPeople } from '../../testing.ts'
import { auditOf, makeMerchant, makeStaff, type TestStaff } from '../testing.ts'
import { createMarketplaceDesk } from './index.ts'

/** Two marketplaces with a merchant each, and staff of the operator. */
export interface TestDesk {
  readonly people: TestPeople
  readonly desk: ReturnType<typeof createMarketplaceDesk>
  /** The first marketplace. */
  readonly own: Uuid
  readonly merchant: TestStaff
  /** Of the second marketplace. */
  readonly other: TestStaff
  readonly head: TestStaff
  readonly support: TestStaff
  readonly parties: Parties
  /** What is asked about the first marketplace. */
  on<P extends object>(rest: P): Asked<P>
  audited(who: TestStaff): Promise<readonly string[]>
}

interface Asked<P> {
  readonly params: { readonly id: Uuid } & P
  readonly query: undefined
  readonly body: undefined
}

export async function openDesk(): Promise<TestDesk> {
  const people = await openTestPeople()
  const own = people.marketplace.marketplaceId
  const second = await people.addMarketplace('Second')
  return {
    people,
    own,
    desk: createMarketplaceDesk(people.deps),
    merchant: await makeMerchant(people, own),
    other: await makeMerchant(people, second.marketplaceId),
    head: await makeStaff(people, 'administrator'),
    support: await makeStaff(people, 'support'),
    parties: { buyer: await people.person(1, { USD: 100_000_00n }), seller: await people.person() },
    on: (rest) => ({ params: { id: own, ...rest }, query: undefined, body: undefined }),
    audited: ({ id }) => auditOf(people, id),
  }
}

export function uuidOf(prefix: 'key' | 'whe' | 'evt', text: string | undefined): Uuid {
  const id = decodeId(prefix, text ?? '')
  invariant(id.ok, `${text} is no ${prefix}`)
  return id.value
}
