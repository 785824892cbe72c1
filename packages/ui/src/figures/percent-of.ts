/** How full, in whole percent: what is not nothing is seen, what is too much is full. */
export function percentOf(used: bigint, of: bigint): number {
  if (of <= 0n || used <= 0n) return 0
  return used >= of ? 100 : Math.max(1, Number((used * 100n) / of))
}
