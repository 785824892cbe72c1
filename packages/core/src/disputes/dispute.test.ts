import { DISPUTE_STATES, type DisputeState } from '@danbao/contracts'
import { currency, days, type Duration, instant } from '@danbao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptOffer,
  appeal,
  decide,
  deliverReturn,
  type Dispute,
  due,
  escalate,
  makeOffer,
  mayHappen,
  open,
  receiveReturn,
  shipReturn,
  stillToPay,
} from './dispute.ts'

const START = instant(Date.parse('2026-06-01T12:00:00.000Z'))
const after = (duration: Duration) => instant(START + duration)
const NO_PARCEL = { carrier: null, tracking: null }

const opened = (changes: { readonly kind?: Dispute['kind']; readonly withReturn?: boolean } = {}) =>
  open(
    {
      id: 'd',
      paymentId: 'p',
      marketplaceId: 'm',
      kind: changes.kind ?? 'dispute',
      reason: 'damaged',
      message: null,
      currency: currency('USD'),
      amount: 60n,
      outOf: 100n,
      withReturn: changes.withReturn ?? false,
    },
    START,
  )
const offerOf = (by: 'buyer' | 'seller', amount: bigint, madeAt = START, withReturn = false) => ({
  by,
  amount,
  outOf: 100n,
  withReturn,
  message: null,
  madeAt,
})

describe('which command is possible in which state', () => {
  const RULES = {
    offer: 'awaiting_seller negotiating escalated',
    accept: 'awaiting_seller negotiating escalated',
    withdraw: 'awaiting_seller negotiating awaiting_return escalated',
    return_shipped: 'awaiting_return',
    return_delivered: 'return_shipped',
    return_received: 'awaiting_return return_shipped',
    escalate: 'negotiating return_shipped',
    decide: 'escalated',
    appeal: 'decided',
  } as const
  const pairs = DISPUTE_STATES.flatMap(
    (state) =>
      [
        ['offer', state],
        ['accept', state],
        ['withdraw', state],
        ['return_shipped', state],
        ['return_delivered', state],
        ['return_received', state],
        ['escalate', state],
        ['decide', state],
        ['appeal', state],
      ] as const,
  )
  it.each(pairs)('%s in %s', (command, state: DisputeState) => {
    expect(mayHappen(command, state)).toBe(RULES[command].split(' ').includes(state))
  })
})

describe('the seller has 5 days to answer', () => {
  it('else the proposal of the buyer is executed', () => {
    expect(opened()).toMatchObject({ state: 'awaiting_seller', dueAt: after(days(5)) })
    expect(due(opened(), after(days(5))).settlement?.back).toMatchObject({ amount: 60n })
  })

  it('with a return: else the return is agreed', () => {
    const step = due(opened({ withReturn: true }), after(days(5)))
    expect(step.settlement).toBeUndefined()
    expect(step.dispute).toMatchObject({ state: 'awaiting_return', dueAt: after(days(15)) })
  })

  it('silence on a claim goes to staff', () => {
    const step = due(opened({ kind: 'claim' }), after(days(5)))
    expect(step).toMatchObject({ event: 'dispute.escalated', dispute: { state: 'escalated' } })
    expect(step.dispute.dueAt).toBeNull()
  })
})

describe('negotiation', () => {
  const first = makeOffer(opened(), offerOf('seller', 20n, after(days(2)))).dispute

  it('takes 7 days from the first answer, else it is escalated', () => {
    expect(first).toMatchObject({
      state: 'negotiating',
      answeredAt: after(days(2)),
      dueAt: after(days(9)),
    })
    const second = makeOffer(first, offerOf('buyer', 50n, after(days(3)))).dispute
    expect(second.dueAt).toBe(after(days(9)))
    expect(due(second, after(days(9))).dispute).toMatchObject({ state: 'escalated', dueAt: null })
  })

  it('each side accepts the latest offer of the other', () => {
    const again = makeOffer(first, offerOf('seller', 30n)).dispute
    const counter = makeOffer(again, offerOf('buyer', 45n)).dispute
    const byBuyer = acceptOffer(counter, 'buyer', START)
    const bySeller = acceptOffer(counter, 'seller', START)
    expect(byBuyer).toMatchObject({ ok: true, value: { settlement: { back: { amount: 30n } } } })
    expect(bySeller).toMatchObject({ ok: true, value: { settlement: { back: { amount: 45n } } } })
  })

  it('the seller may accept the claim at once, the buyer has nothing to accept yet', () => {
    expect(acceptOffer(opened(), 'seller', after(days(1)))).toMatchObject({
      ok: true,
      value: { settlement: { back: { amount: 60n } }, dispute: { answeredAt: after(days(1)) } },
    })
    expect(acceptOffer(opened(), 'buyer', START)).toEqual({
      ok: false,
      refusal: 'nothing_to_accept',
    })
  })
})

describe('a return', () => {
  const agreed = (kind?: Dispute['kind']) => {
    const step = acceptOffer(opened({ withReturn: true, ...(kind && { kind }) }), 'seller', START)
    if (!step.ok) throw new Error('There is an offer.')
    return step.value.dispute
  }

  it('is shipped within 10 days, else closed to the seller', () => {
    expect(agreed()).toMatchObject({ state: 'awaiting_return', dueAt: after(days(10)) })
    expect(due(agreed(), after(days(10))).settlement?.back.amount).toBe(0n)
  })

  it('is confirmed within 30 days from its shipping, else refunded', () => {
    const shipped = shipReturn(agreed(), NO_PARCEL, after(days(1))).dispute
    expect(shipped).toMatchObject({ state: 'return_shipped', dueAt: after(days(31)) })
    expect(due(shipped, after(days(31))).settlement?.back).toMatchObject({ amount: 60n })
  })

  it('or 5 days from its delivery, never later', () => {
    const shipped = shipReturn(agreed(), NO_PARCEL, START).dispute
    expect(deliverReturn(shipped, after(days(3))).dispute.dueAt).toBe(after(days(8)))
    expect(deliverReturn(shipped, after(days(29))).dispute.dueAt).toBe(after(days(30)))
  })

  it('received by the seller: what was agreed is paid', () => {
    const received = receiveReturn(agreed(), after(days(4)))
    expect(received.settlement?.back).toMatchObject({ amount: 60n, outOf: 100n })
    expect(received.dispute.goods.receivedAt).toBe(after(days(4)))
  })

  it('of a claim: silence on it goes to staff', () => {
    const shipped = shipReturn(agreed('claim'), NO_PARCEL, START).dispute
    expect(due(shipped, after(days(30))).dispute.state).toBe('escalated')
  })
})

describe('a decision', () => {
  const given = { amount: 40n, outOf: 100n, reason: 'photos' }
  const decided = decide(escalate(opened()).dispute, given, START)

  it('is executed 3 days after it is given', () => {
    expect(decided.settlement).toBeUndefined()
    expect(decided.dispute).toMatchObject({ state: 'decided', dueAt: after(days(3)) })
    expect(decided.dispute.decision?.final).toBe(false)
    expect(due(decided.dispute, after(days(3))).settlement?.back).toMatchObject({ amount: 40n })
  })

  it('is appealed once; the second is executed at once', () => {
    const appealed = appeal(decided.dispute, 'seller', 'no').dispute
    expect(appealed).toMatchObject({ state: 'escalated', dueAt: null })
    const second = decide(appealed, { ...given, amount: 10n }, after(days(9)))
    expect(second.settlement?.back).toMatchObject({ amount: 10n })
    expect(second.dispute.decision).toMatchObject({ final: true, appealedBy: 'seller' })
  })

  it('waits for nobody but staff: an escalated dispute has no time of its own', () => {
    expect(escalate(opened()).dispute.dueAt).toBeNull()
  })
})

describe('what is still to be paid when refunds came in between', () => {
  it('counts them towards what was agreed, and is never more than is left', () => {
    expect(stillToPay({ amount: 60n, outOf: 100n }, 100n)).toBe(60n)
    expect(stillToPay({ amount: 60n, outOf: 100n }, 70n)).toBe(30n)
    expect(stillToPay({ amount: 60n, outOf: 100n }, 20n)).toBe(0n)
    const amounts = fc.bigInt({ min: 0n, max: 1_000n })
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        const [left = 0n, amount = 0n, outOf = 0n] = [a, b, c].sort((x, y) => (x < y ? -1 : 1))
        const rest = stillToPay({ amount, outOf }, left)
        expect(rest).toBeGreaterThanOrEqual(0n)
        expect(rest).toBeLessThanOrEqual(left)
        const refunded = outOf - left
        if (refunded <= amount && amount - refunded <= left) expect(rest + refunded).toBe(amount)
      }),
    )
  })
})
