import { DISPUTE_STATES, type DisputeView } from '@danbao/contracts'
import { describe, expect, it } from 'vitest'
import { isYourTurn, movesOf, silenceOf, situationOf } from './dispute-situation.ts'

const offer = (by: 'buyer' | 'seller'): DisputeView['offers'][number] => ({
  by,
  amount: { value: '1000', currency: 'USD' },
  with_return: false,
  message: null,
  made_at: '2026-06-01T12:00:00.000Z',
})

type Given = Parameters<typeof situationOf>[0]
const dispute = (state: Given['state'], rest: Partial<Given> = {}): Given => ({
  kind: 'dispute',
  state,
  outcome: null,
  offers: [offer('buyer')],
  decision: null,
  ...rest,
})

describe('a dispute, as its sides see it', () => {
  it.each(DISPUTE_STATES.filter((state) => !['escalated', 'decided', 'closed'].includes(state)))(
    'is the turn of one side only: %s',
    (state) => {
      const turns = (['buyer', 'seller'] as const).map((role) =>
        isYourTurn(situationOf(dispute(state), role)),
      )
      // A parcel on its way waits for the seller, a claim for the seller's word, and so on.
      expect(turns.filter(Boolean)).toHaveLength(1)
    },
  )

  it('turns with each offer', () => {
    const given = dispute('negotiating', { offers: [offer('buyer'), offer('seller')] })
    expect(situationOf(given, 'buyer')).toBe('their_offer')
    expect(situationOf(given, 'seller')).toBe('your_offer')
  })

  it('lets the buyer wait for the first word of the seller', () => {
    expect(movesOf(dispute('awaiting_seller'), 'buyer')).toEqual(['withdraw'])
    expect(movesOf(dispute('awaiting_seller'), 'seller')).toEqual(['accept', 'offer'])
  })

  it('has nothing to accept while the other side has offered nothing', () => {
    expect(movesOf(dispute('negotiating'), 'buyer')).not.toContain('accept')
    const answered = dispute('negotiating', { offers: [offer('buyer'), offer('seller')] })
    expect(movesOf(answered, 'buyer')).toEqual(['accept', 'offer', 'escalate', 'withdraw'])
    expect(movesOf(answered, 'seller')).toEqual(['accept', 'offer', 'escalate'])
  })

  it('gives a return to the buyer to send and to the seller to receive', () => {
    expect(movesOf(dispute('awaiting_return'), 'buyer')).toEqual(['return_shipped', 'withdraw'])
    expect(movesOf(dispute('return_shipped'), 'seller')).toEqual(['return_received', 'escalate'])
    expect(movesOf(dispute('return_shipped'), 'buyer')).toEqual(['escalate'])
  })

  it('can be appealed against by both sides, and ends', () => {
    const decision = {
      amount: { value: '1', currency: 'USD' },
      reason: 'So',
      decided_at: '2026-06-01T12:00:00.000Z',
      appealed_by: null,
      appeal_reason: null,
      final: false,
    }
    for (const role of ['buyer', 'seller'] as const) {
      expect(movesOf(dispute('decided', { decision }), role)).toEqual(['appeal'])
      expect(movesOf(dispute('closed', { decision }), role)).toEqual([])
    }
    expect(situationOf(dispute('escalated', { decision }), 'buyer')).toBe('with_second_arbiter')
  })

  it('says what silence means, which for a claim is staff', () => {
    const silent = (state: Given['state'], kind: Given['kind']) =>
      silenceOf(dispute(state, { kind }))
    expect(silent('awaiting_seller', 'dispute')).toBe('proposal')
    expect(silent('awaiting_seller', 'claim')).toBe('arbiter')
    expect(silent('return_shipped', 'dispute')).toBe('refund')
    expect(silent('return_shipped', 'claim')).toBe('arbiter')
    expect(silent('awaiting_return', 'claim')).toBe('to_seller')
    expect(silent('escalated', 'claim')).toBeUndefined()
  })
})
