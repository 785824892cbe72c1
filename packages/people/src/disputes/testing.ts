import { decodeId, newUuid, type Uuid } from '@danbao/kernel'
import { commands } from '@danbao/core'
import { amountOf } from '@danbao/core/testing'
import { createPeople, type People } from '../people.ts'
import { bodyOf, withMoney } from '../staff/testing.ts'
import { openTestPeople, type Registered, type TestPeople } from '../testing.ts'

export interface TestDispute {
  readonly id: Uuid
  readonly paymentId: Uuid
  readonly buyer: Registered
  readonly seller: Registered
}

export interface DisputeStage {
  readonly test: TestPeople
  readonly people: People
  /** Somebody bought for 100 USD at a commission of 5 %, it was shipped, and a dispute is open. */
  dispute(): Promise<TestDispute>
  /** The same, and it waits for an arbiter: the seller has answered, and the buyer wants a decision. */
  escalated(): Promise<TestDispute>
  offer(one: TestDispute, minor: bigint): Promise<void>
  escalate(one: TestDispute): Promise<void>
  appeal(one: TestDispute, who: Registered): Promise<void>
}

/** With a key of its own, as each form makes one. */
export const keyed = (id: Uuid, body: object = {}) => ({
  params: { id },
  query: undefined,
  body: { key: newUuid(), ...body },
})

export async function openDisputeStage(): Promise<DisputeStage> {
  const test = await openTestPeople()
  const people = createPeople(test.deps)
  const { wallet } = people
  const offer: DisputeStage['offer'] = async ({ id, seller }, minor) => {
    const body = { key: newUuid(), amount: amountOf(minor) }
    bodyOf(await wallet.makeOffer(seller.visitor, { params: { id }, query: undefined, body }))
  }
  const escalate: DisputeStage['escalate'] = async ({ id, buyer }) => {
    bodyOf(await wallet.escalateDispute(buyer.visitor, keyed(id)))
  }
  const dispute = async (): Promise<TestDispute> => {
    const [buyer, seller] = [await test.registered(), await test.registered()]
    const parties = {
      buyer: await withMoney(test, buyer, 200_00n),
      seller: await withMoney(test, seller, 1_00n),
    }
    const paymentId = await test.paid(parties, { commission: { basis_points: 500 } })
    await test.run(commands.ship({ kind: 'person', personId: seller.id }, paymentId, {}))
    const body = { key: newUuid(), reason: 'damaged', message: 'The glass is broken.' } as const
    const input = { params: { id: paymentId }, query: undefined, body }
    const opened = bodyOf(await wallet.openDispute(buyer.visitor, input))
    return { id: uuidOfDispute(opened.dispute?.id ?? ''), paymentId, buyer, seller }
  }
  return {
    test,
    people,
    dispute,
    async escalated() {
      const one = await dispute()
      await offer(one, 10_00n)
      await escalate(one)
      return one
    },
    offer,
    escalate,
    async appeal({ id }, who) {
      const body = { key: newUuid(), reason: 'That is not fair.' }
      bodyOf(await wallet.appealDecision(who.visitor, { params: { id }, query: undefined, body }))
    },
  }
}

function uuidOfDispute(text: string): Uuid {
  const id = decodeId('dsp', text)
  if (!id.ok) throw new Error(`${text} is no dispute`)
  return id.value
}
