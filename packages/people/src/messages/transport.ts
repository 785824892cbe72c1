import type { Instant, Uuid } from '@danbao/kernel'

export interface OutgoingMail {
  /** The same in every try, so that whoever receives it twice can tell. */
  readonly id: Uuid
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly writtenAt: Instant
}

export interface OutgoingSms {
  /** The same in every try. */
  readonly id: Uuid
  /** E.164. */
  readonly to: string
  readonly text: string
}

/** Hands a mail to whoever delivers it. Rejects with DeliveryError. */
export interface MailTransport {
  send(mail: OutgoingMail): Promise<void>
}

/** Hands an SMS to whoever delivers it. Rejects with DeliveryError. */
export interface SmsGateway {
  send(sms: OutgoingSms): Promise<void>
}

/** Why a message was not taken. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError'
  /** Nobody will ever take it, so it is not tried again. */
  readonly permanent: boolean

  /** `failure` is kept and logged: a code, never an address or what was written. */
  constructor(failure: string, options: { readonly permanent: boolean; readonly cause?: unknown }) {
    super(failure, { cause: options.cause })
    this.permanent = options.permanent
  }
}
