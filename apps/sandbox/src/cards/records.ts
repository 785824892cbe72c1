import type { Row } from './shelf.ts'

// The objects of Stripe's API, by their own names, as far as they are needed here. Amounts are
// integers of the currency's minor unit, instants are seconds since 1970.

export type Metadata = Readonly<Record<string, string>>

export interface Customer extends Row {
  readonly object: 'customer'
  readonly email: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly description: string | null
  readonly metadata: Metadata
  readonly livemode: false
  readonly deleted?: true
}

export interface BillingDetails {
  readonly address: Readonly<Record<string, string | null>>
  readonly email: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly tax_id: string | null
}

export interface CardChecks {
  readonly address_line1_check: null
  readonly address_postal_code_check: null
  readonly cvc_check: 'pass' | 'fail'
}

export interface Card {
  readonly brand: string
  readonly display_brand: string
  readonly last4: string
  readonly exp_month: number
  readonly exp_year: number
  readonly fingerprint: string
  readonly country: string
  readonly funding: 'credit' | 'debit'
  readonly checks: CardChecks
  readonly generated_from: null
  readonly networks: { readonly available: readonly string[]; readonly preferred: null }
  readonly regulated_status: 'unregulated'
  readonly three_d_secure_usage: { readonly supported: boolean }
  readonly wallet: null
}

export interface PaymentMethod extends Row {
  readonly object: 'payment_method'
  readonly type: 'card'
  readonly card: Card
  readonly billing_details: BillingDetails
  readonly allow_redisplay: 'unspecified' | 'limited' | 'always'
  readonly customer: string | null
  readonly customer_account: null
  readonly livemode: false
  readonly metadata: Metadata
}

export type ThreeDSecureRequest = 'automatic' | 'any' | 'challenge'

export interface CardOptions {
  readonly card: { readonly request_three_d_secure: ThreeDSecureRequest }
}

export interface NextAction {
  readonly type: 'redirect_to_url'
  readonly redirect_to_url: { readonly url: string; readonly return_url: string | null }
}

/** Of `last_setup_error` and `last_payment_error`. */
export interface IntentError {
  readonly type: 'card_error' | 'invalid_request_error'
  readonly code: string
  readonly decline_code?: string
  readonly message: string
  readonly charge?: string
  readonly payment_method: PaymentMethod
}

export interface SetupIntent extends Row {
  readonly object: 'setup_intent'
  readonly allowed_payment_method_types: readonly string[] | null
  readonly cancellation_reason: string | null
  readonly client_secret: string
  readonly customer: string | null
  readonly description: string | null
  readonly last_setup_error: IntentError | null
  readonly latest_attempt: string | null
  readonly livemode: false
  readonly mandate: null
  readonly metadata: Metadata
  readonly next_action: NextAction | null
  readonly payment_method: string | null
  readonly payment_method_options: CardOptions
  readonly payment_method_types: readonly string[]
  readonly status: 'requires_payment_method' | 'requires_action' | 'succeeded' | 'canceled'
  readonly usage: 'off_session' | 'on_session'
}

export interface ThreeDSecure {
  readonly authentication_flow: 'challenge'
  readonly electronic_commerce_indicator: '02' | '05' | null
  readonly exemption_indicator: null
  readonly result: 'authenticated' | 'failed'
  readonly result_reason: 'rejected' | 'abandoned' | null
  readonly transaction_id: string
  readonly version: '2.2.0'
}

export interface SetupAttempt extends Row {
  readonly object: 'setup_attempt'
  readonly customer: string | null
  readonly livemode: false
  readonly payment_method: string
  readonly payment_method_details: {
    readonly type: 'card'
    readonly card: {
      readonly brand: string
      readonly last4: string
      readonly fingerprint: string
      readonly checks: CardChecks
      readonly three_d_secure: ThreeDSecure | null
    }
  }
  readonly setup_error: IntentError | null
  readonly setup_intent: string
  readonly status: 'requires_action' | 'succeeded' | 'failed' | 'abandoned'
  readonly usage: string
}

export interface CheckoutSession extends Row {
  readonly object: 'checkout.session'
  readonly allowed_payment_method_types: readonly string[] | null
  readonly amount_subtotal: null
  readonly amount_total: null
  readonly cancel_url: string | null
  readonly client_reference_id: string | null
  readonly currency: string | null
  readonly customer: string | null
  readonly customer_email: string | null
  readonly expires_at: number
  readonly livemode: false
  readonly locale: string | null
  readonly metadata: Metadata
  readonly mode: 'setup'
  readonly payment_intent: null
  readonly payment_method_options: CardOptions
  readonly payment_method_types: readonly string[]
  readonly payment_status: 'no_payment_required'
  readonly setup_intent: string
  readonly status: 'open' | 'complete' | 'expired'
  readonly submit_type: null
  readonly success_url: string
  readonly ui_mode: 'hosted_page'
  readonly url: string | null
}

/** What a bank asks of the person: known to the sandbox only. */
export interface Authentication extends Row {
  /** The setup or the payment that waits for it. */
  readonly intent: string
  readonly state: 'open' | 'approved' | 'refused' | 'timed_out'
  readonly expires_at: number
  /** Where the person goes on, if anywhere. */
  readonly return_url: string | null
}

export interface WebhookEndpoint extends Row {
  readonly object: 'webhook_endpoint'
  readonly api_version: string | null
  readonly application: null
  readonly description: string | null
  readonly enabled_events: readonly string[]
  readonly livemode: false
  readonly metadata: Metadata
  readonly status: 'enabled' | 'disabled'
  readonly url: string
}

export interface Event extends Row {
  readonly object: 'event'
  readonly api_version: string
  readonly data: { readonly object: object }
  readonly livemode: false
  readonly pending_webhooks: number
  readonly request: { readonly id: string | null; readonly idempotency_key: string | null }
  readonly type: string
}
