/** What the story says about the money of one payment, in minor units of its currency. */
export interface Order {
  readonly total: bigint
  readonly coupon: bigint
  readonly basisPoints: bigint
}

export interface Outcome {
  readonly toBuyer: bigint
  readonly toSeller: bigint
  readonly refunded: bigint
  readonly released: bigint
  readonly claimed: bigint
}

/**
 * The rules by the plainest arithmetic there is: `back` is refunded out of escrow, the seller gets
 * the rest less commission, and `claimed` is taken back of what was released.
 */
export function settle(order: Order, back: bigint, claimed = 0n): Outcome {
  const { total, coupon, basisPoints } = order
  const gross = total - back
  const commission = roundHalfEven(gross * basisPoints, 10_000n)
  const feesBack = gross === 0n ? 0n : (commission * claimed) / gross
  const promotionsBack = ((back + claimed) * coupon) / total
  return {
    toBuyer: back + claimed - promotionsBack,
    toSeller: gross - commission - (claimed - feesBack),
    refunded: back,
    released: gross - commission,
    claimed,
  }
}

function roundHalfEven(numerator: bigint, denominator: bigint): bigint {
  const [whole, rest] = [numerator / denominator, (numerator % denominator) * 2n]
  const up = rest > denominator || (rest === denominator && whole % 2n === 1n)
  return up ? whole + 1n : whole
}
