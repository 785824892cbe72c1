/** What an amount comes to in the limits' currency; undefined: there is no rate. */
export type Base = (minor: bigint) => bigint | undefined

/**
 * The least amount, near `about`, that is worth `least`. Rounding there and back may be off by one:
 * what is shown has to be what the command takes.
 */
export function firstFrom(about: bigint, least: bigint, base: Base): bigint {
  let minor = about
  while ((base(minor) ?? least) < least) minor += 1n
  while (minor > 1n && (base(minor - 1n) ?? 0n) >= least) minor -= 1n
  return minor
}

/** The greatest amount, near `about`, that is worth no more than `most`. */
export function lastWithin(about: bigint | undefined, most: bigint, base: Base): bigint {
  let minor = about ?? 0n
  while ((base(minor) ?? 0n) > most) minor -= 1n
  return minor
}
