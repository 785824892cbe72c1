import type {
  BillingDetails,
  CardChecks,
  CardOptions,
  IntentError,
  Metadata,
  NextAction,
  ThreeDSecure,
} from './records.ts'
import type { Row } from './shelf.ts'

export interface PaymentIntent extends Row {
  readonly object: 'payment_intent'
  readonly allowed_payment_method_types: readonly string[] | null
  readonly amount: number
  readonly amount_capturable: number
  readonly amount_received: number
  readonly canceled_at: number | null
  readonly cancellation_reason: string | null
  readonly capture_method: 'automatic' | 'automatic_async' | 'manual'
  readonly client_secret: string
  readonly confirmation_method: 'automatic' | 'manual'
  readonly currency: string
  readonly customer: string | null
  readonly description: string | null
  readonly last_payment_error: IntentError | null
  readonly latest_charge: string | null
  readonly livemode: false
  readonly metadata: Metadata
  readonly next_action: NextAction | null
  readonly payment_method: string | null
  readonly payment_method_options: CardOptions
  readonly payment_method_types: readonly string[]
  readonly processing: null
  readonly receipt_email: string | null
  readonly setup_future_usage: string | null
  readonly statement_descriptor: string | null
  readonly statement_descriptor_suffix: string | null
  readonly status:
    | 'requires_payment_method'
    | 'requires_confirmation'
    | 'requires_action'
    | 'requires_capture'
    | 'succeeded'
    | 'canceled'
}

export interface ChargeOutcome {
  readonly advice_code: null
  readonly network_advice_code: null
  readonly network_decline_code: string | null
  readonly network_status: 'approved_by_network' | 'declined_by_network' | 'not_sent_to_network'
  readonly reason: string | null
  readonly risk_level: 'normal' | 'highest'
  readonly risk_score: number
  readonly seller_message: string
  readonly type: 'authorized' | 'issuer_declined' | 'blocked'
}

export interface ChargedCard {
  readonly amount_authorized: number | null
  readonly authorization_code: string | null
  readonly brand: string
  readonly capture_before?: number
  readonly checks: CardChecks
  readonly country: string
  readonly electronic_commerce_indicator: string | null
  readonly exp_month: number
  readonly exp_year: number
  readonly fingerprint: string
  readonly funding: string
  readonly last4: string
  readonly network: string
  readonly three_d_secure: ThreeDSecure | null
  readonly wallet: null
}

export interface Charge extends Row {
  readonly object: 'charge'
  readonly amount: number
  readonly amount_captured: number
  readonly amount_refunded: number
  readonly balance_transaction: string | null
  readonly billing_details: BillingDetails
  readonly calculated_statement_descriptor: string
  readonly captured: boolean
  readonly currency: string
  readonly customer: string | null
  readonly description: string | null
  readonly disputed: boolean
  readonly failure_balance_transaction: null
  readonly failure_code: string | null
  readonly failure_message: string | null
  readonly livemode: false
  readonly metadata: Metadata
  readonly outcome: ChargeOutcome
  readonly paid: boolean
  readonly payment_intent: string
  readonly payment_method: string
  readonly payment_method_details: { readonly type: 'card'; readonly card: ChargedCard }
  readonly receipt_email: string | null
  readonly receipt_url: null
  readonly refunded: boolean
  readonly status: 'succeeded' | 'failed'
}

export interface BalanceTransaction extends Row {
  readonly object: 'balance_transaction'
  readonly amount: number
  readonly available_on: number
  readonly balance_type: 'payments'
  readonly currency: string
  readonly description: string | null
  readonly exchange_rate: null
  readonly fee: number
  readonly fee_details: readonly object[]
  readonly net: number
  readonly reporting_category: string
  readonly source: string
  readonly status: 'pending'
  readonly type: 'charge' | 'refund' | 'refund_failure' | 'adjustment'
}

export interface Refund extends Row {
  readonly object: 'refund'
  readonly amount: number
  readonly balance_transaction: string | null
  readonly charge: string
  readonly currency: string
  readonly customer: string | null
  readonly failure_balance_transaction?: string
  readonly failure_reason?: string
  readonly metadata: Metadata
  readonly payment_intent: string
  readonly payment_method: string
  readonly reason: string | null
  readonly receipt_number: null
  readonly status: 'pending' | 'succeeded' | 'failed' | 'canceled'
}

export interface Dispute extends Row {
  readonly object: 'dispute'
  readonly amount: number
  readonly balance_transactions: readonly BalanceTransaction[]
  readonly charge: string
  readonly currency: string
  readonly evidence: Readonly<Record<string, string | null>>
  readonly evidence_details: {
    readonly due_by: number
    readonly has_evidence: boolean
    readonly past_due: boolean
    readonly submission_count: number
  }
  readonly is_charge_refundable: boolean
  readonly livemode: false
  readonly metadata: Metadata
  readonly network_reason_code: string
  readonly payment_intent: string
  readonly payment_method_details: object
  readonly reason: string
  readonly status: 'needs_response' | 'under_review' | 'won' | 'lost'
}
