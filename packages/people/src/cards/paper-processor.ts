import { newUuid, type Uuid } from '@danbao/kernel'
import { createPaperCharges, type PaperCharge } from './paper-charges.ts'
import {
  type AskedSetup,
  type CardProcessor,
  type DeclineReason,
  ProcessorAwayError,
  type ProcessorCard,
  type SetupOutcome,
} from './processor.ts'

/** A processor of which a test says what its customers and their banks do. */
export interface PaperProcessor extends CardProcessor {
  readonly setups: readonly AskedSetup[]
  readonly removed: readonly string[]
  /** The person types a card in, and its bank agrees. */
  verify(setupId: Uuid, card?: Partial<ProcessorCard>): ProcessorCard
  /** The page is closed without a card. */
  expire(setupId: Uuid): void
  /** The bank renews a card, or the holder takes it away. */
  change(ref: string, change: Partial<ProcessorCard>): void
  /** What the bank says when a card is asked to pay; default: that it holds the money. */
  bank: 'agrees' | 'asks' | DeclineReason
  /** The buyer answers the bank, of the newest charge that waits for it. */
  confirm(isAgreed: boolean): void
  /** Each charge as it stands, in the order they were asked for. */
  readonly charged: readonly PaperCharge[]
  /** Holders and cards that it has lost. */
  readonly forgotten: Set<string>
  /** Whether nobody answers. */
  away: boolean
  /** Whether the next charge is made and its answer lost. */
  losesAnswer: boolean
}

export function createPaperProcessor(): PaperProcessor {
  const setups: AskedSetup[] = []
  const removed: string[] = []
  const outcomes = new Map<string, SetupOutcome>()
  const cards = new Map<string, ProcessorCard>()
  const answer = async <T>(work: () => T): Promise<T> => {
    if (processor.away) throw new ProcessorAwayError('away')
    return work()
  }
  const processor: PaperProcessor = {
    away: false,
    forgotten: new Set(),
    losesAnswer: false,
    bank: 'agrees',
    ...createPaperCharges(answer, () => processor),
    setups,
    removed,
    verify(setupId, change = {}) {
      const holder = setups.find(({ id }) => id === setupId)?.holder ?? null
      const card = { ...VISA, ref: `pm_${newUuid()}`, holder, ...change }
      cards.set(card.ref, card)
      outcomes.set(`cs_${setupId}`, { state: 'verified', card })
      return card
    },
    expire: (setupId) => void outcomes.set(`cs_${setupId}`, { state: 'over' }),
    change(ref, change) {
      const card = cards.get(ref)
      if (card !== undefined) cards.set(ref, { ...card, ...change })
    },
    addHolder: (personId) => answer(() => `cus_${personId}`),
    removeHolder: (ref) => answer(() => void removed.push(ref)),
    openSetup: (asked) =>
      answer(() => {
        if (processor.forgotten.delete(asked.holder)) return undefined
        setups.push(asked)
        return { ref: `cs_${asked.id}`, url: `https://cards.example/${asked.id}` }
      }),
    readSetup: (ref) => answer(() => outcomes.get(ref) ?? { state: 'open' }),
    readCard: (ref) => answer(() => (processor.forgotten.has(ref) ? undefined : cards.get(ref))),
    changeExpiry: (ref, { month, year }) =>
      answer(() => {
        processor.change(ref, { expMonth: month, expYear: year })
        return cards.get(ref)
      }),
    removeCard: (ref) => answer(() => void removed.push(ref)),
    readEvent: (body, signature) =>
      signature === 'good' ? JSON.parse(body.toString()) : undefined,
  }
  return processor
}

const VISA = {
  fingerprint: 'the same number',
  brand: 'visa',
  last4: '4242',
  expMonth: 9,
  expYear: 2028,
  country: 'DE',
} as const
