/**
 * Whether the digits of an IBAN (ISO 13616) agree, so that a slip is found before the payment password
 * is asked for. Whether such a country has such numbers, the server knows.
 */
export function looksLikeIban(text: string): boolean {
  const compact = text.replaceAll(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false
  let rest = 0
  for (const letter of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(letter, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
