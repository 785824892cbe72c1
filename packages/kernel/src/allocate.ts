import { invariant } from './invariant.ts'

/**
 * Splits a total by weight so that the parts add up to it exactly. Each part is its exact share
 * rounded down; what is left goes, one unit each, to the largest remainders, ties to the first
 * listed. Throws InvariantError for anything negative, or when no weight is above zero.
 */
export function allocateByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((left, weight) => left + weight, 0n)
  invariant(total >= 0n && weights.every((weight) => weight >= 0n), 'negative total or weight')
  invariant(sum > 0n, 'no weight to allocate by')
  const shares = weights.map((weight) => ({
    part: (total * weight) / sum,
    remainder: (total * weight) % sum,
  }))
  let left = shares.reduce((rest, { part }) => rest - part, total)
  for (const share of shares.toSorted((a, b) => descending(a.remainder, b.remainder))) {
    if (left === 0n) break
    share.part += 1n
    left -= 1n
  }
  return shares.map(({ part }) => part)
}

function descending(a: bigint, b: bigint): number {
  if (a === b) return 0
  return a > b ? -1 : 1
}
