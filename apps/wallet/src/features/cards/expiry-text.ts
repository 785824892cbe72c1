/** As it stands on a card: `09/2029`. */
export function expiryText(month: number, year: number): string {
  return `${String(month).padStart(2, '0')}/${year}`
}
