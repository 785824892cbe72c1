import type { Uuid } from '@danbao/kernel'
import type { Language } from '../base/person.ts'

/** A card as the processor describes it; its number is known to the processor alone. */
export interface ProcessorCard {
  /** The processor's name for it. */
  readonly ref: string
  /** Whose it is over there; null: nobody's any more. */
  readonly holder: string | null
  /** The same for the same number, whoever types it in. */
  readonly fingerprint: string
  /** E.g. `visa`. */
  readonly brand: string
  readonly last4: string
  readonly expMonth: number
  readonly expYear: number
  /** Of the bank, ISO 3166-1 alpha-2. */
  readonly country: string | null
}

export interface AskedSetup {
  /** Ours: asked for twice, it is the same page. */
  readonly id: Uuid
  readonly holder: string
  readonly language: Language
  /** Where the browser comes back to, once the card is verified or when the person gives up. */
  readonly doneUrl: string
  readonly cancelUrl: string
}

/** `over`: the page is closed, and no card came of it. */
export type SetupOutcome =
  | { readonly state: 'open' }
  | { readonly state: 'over' }
  | { readonly state: 'verified'; readonly card: ProcessorCard }

export interface AskedCharge {
  /** Ours: asked for twice, it is the same charge. */
  readonly id: Uuid
  readonly holder: string
  readonly card: string
  /** In minor units of the currency, ISO 4217. */
  readonly amount: bigint
  readonly currency: string
  /** Where the browser comes back to, should the bank want its customer to confirm. */
  readonly returnUrl: string
}

/** Why a bank refuses, as far as its customer may know and can do something about it. */
export type DeclineReason =
  'no_money' | 'expired' | 'wrong_code' | 'not_confirmed' | 'later' | 'refused'

/** `authorised`: the bank holds the money until it is captured or let go. */
export type ChargeOutcome = { readonly ref: string } & (
  | { readonly state: 'waiting' | 'authorised' | 'captured' | 'cancelled' }
  | { readonly state: 'needs_bank'; readonly url: string }
  | { readonly state: 'declined'; readonly reason: DeclineReason }
)

/**
 * What an event is about. What is true is asked for then, so that events may come twice, late and
 * in any order.
 */
export type CardEvent =
  | { readonly about: 'setup'; readonly id: string }
  | { readonly about: 'card'; readonly ref: string }
  | { readonly about: 'charge'; readonly id: string }
  | { readonly about: 'nothing' }

/** The processor does not answer, or not as it should: the same may work later. */
export class ProcessorAwayError extends Error {}

/** Who keeps and verifies cards. Each call throws ProcessorAwayError when it can not be made. */
export interface CardProcessor {
  /** Makes a person known there. Answers the processor's name for them, always the same. */
  addHolder(personId: Uuid): Promise<string>
  removeHolder(ref: string): Promise<void>
  /**
   * A page of the processor on which a card is typed in and verified, with 3-D Secure. Undefined: it
   * knows no such holder any more.
   */
  openSetup(asked: AskedSetup): Promise<{ readonly ref: string; readonly url: string } | undefined>
  readSetup(ref: string): Promise<SetupOutcome>
  /** Undefined: there is none of this name. */
  readCard(ref: string): Promise<ProcessorCard | undefined>
  /** The bank has sent a new card with the same number. Undefined: there is none of this name. */
  changeExpiry(
    ref: string,
    expiry: { readonly month: number; readonly year: number },
  ): Promise<ProcessorCard | undefined>
  /** Also one that is gone already. */
  removeCard(ref: string): Promise<void>
  /** Asks the bank to hold an amount. Nothing is taken yet. Undefined: there is no such card. */
  charge(asked: AskedCharge): Promise<ChargeOutcome | undefined>
  readCharge(ref: string): Promise<ChargeOutcome>
  /** One that was asked for, though its name was never written down. Undefined: there is none. */
  findCharge(holder: string, id: Uuid): Promise<string | undefined>
  /** Takes what is held; once, however often it is told. */
  capture(ref: string): Promise<void>
  /** Lets go of what is held, also of what never was. */
  cancelCharge(ref: string): Promise<void>
  /** Undefined: it does not come from the processor. `body` as it was received, byte for byte. */
  readEvent(body: Buffer, signature: string): CardEvent | undefined
}
