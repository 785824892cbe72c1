import type { Uuid } from '@danbao/kernel'
import {
  type CardProcessor,
  type ChargeOutcome,
  type DeclineReason,
  ProcessorAwayError,
} from './processor.ts'

export interface PaperCharge {
  readonly id: Uuid
  readonly ref: string
  readonly holder: string
  readonly amount: bigint
  state: 'needs_bank' | 'authorised' | 'captured' | 'cancelled' | 'declined'
  reason: DeclineReason
}

/** What a test says of the bank. */
export interface PaperBank {
  bank: 'agrees' | 'asks' | DeclineReason
  readonly forgotten: ReadonlySet<string>
  losesAnswer: boolean
}

type Charges = Pick<
  CardProcessor,
  'charge' | 'readCharge' | 'findCharge' | 'capture' | 'cancelCharge'
> & { readonly charged: readonly PaperCharge[]; confirm(isAgreed: boolean): void }

/** The charges of a processor on paper. `answer` throws while it is away. */
export function createPaperCharges(
  answer: <T>(work: () => T) => Promise<T>,
  of: () => PaperBank,
): Charges {
  const charged: PaperCharge[] = []
  const find = (ref: string): PaperCharge => {
    const found = charged.find((one) => one.ref === ref)
    if (found === undefined) throw new Error(`there is no charge ${ref}`)
    return found
  }
  const outcomeOf = ({ ref, state, reason }: PaperCharge): ChargeOutcome => {
    if (state === 'needs_bank') return { ref, state, url: `https://bank.example/${ref}` }
    return state === 'declined' ? { ref, state, reason } : { ref, state }
  }
  return {
    charged,
    confirm(isAgreed) {
      const waiting = charged.findLast(({ state }) => state === 'needs_bank')
      if (waiting === undefined) throw new Error('no bank waits for an answer')
      waiting.state = isAgreed ? 'authorised' : 'declined'
    },
    charge: (asked) =>
      answer(() => {
        const { bank, forgotten } = of()
        if (forgotten.has(asked.card)) return undefined
        const known = charged.find(({ id }) => id === asked.id)
        const made: PaperCharge = known ?? {
          id: asked.id,
          ref: `pi_${asked.id}`,
          holder: asked.holder,
          amount: asked.amount,
          state: bank === 'agrees' ? 'authorised' : bank === 'asks' ? 'needs_bank' : 'declined',
          reason: bank === 'agrees' || bank === 'asks' ? 'not_confirmed' : bank,
        }
        if (known === undefined) charged.push(made)
        if (of().losesAnswer) {
          of().losesAnswer = false
          throw new ProcessorAwayError('the answer was lost')
        }
        return outcomeOf(made)
      }),
    readCharge: (ref) => answer(() => outcomeOf(find(ref))),
    findCharge: (holder, id) =>
      answer(() => charged.find((one) => one.id === id && one.holder === holder)?.ref),
    capture: (ref) => answer(() => void (find(ref).state = 'captured')),
    cancelCharge: (ref) => answer(() => void (find(ref).state = 'cancelled')),
  }
}
