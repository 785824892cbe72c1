import type { PaymentTransferView } from '@danbao/contracts'

export interface HeldLine {
  readonly id: string
  readonly code: string
  readonly at: string
  /** What this did to the held money; below zero: it left. Null: it passed beside it. */
  readonly change: { readonly value: string; readonly currency: string } | null
  /** Held after it. */
  readonly held: { readonly value: string; readonly currency: string }
  readonly amount: PaymentTransferView['amount']
}

/** The movements of a payment, oldest first, with what is held after each. */
export function heldLines(
  transfers: readonly PaymentTransferView[],
  currency: string,
): readonly HeldLine[] {
  let held = 0n
  return transfers.map(({ id, code, from, to, amount, occurred_at: at }) => {
    const comes = to.book === 'escrow'
    const touches = comes || from.book === 'escrow'
    const change = comes ? BigInt(amount.value) : -BigInt(amount.value)
    if (touches) held += change
    return {
      id,
      code,
      at,
      change: touches ? { value: change.toString(), currency } : null,
      held: { value: held.toString(), currency },
      amount,
    }
  })
}
