const WEIGHTS = [7, 3, 1] as const

/** ICAO Doc 9303-3: weights 7, 3, 1; letters count from A = 10, fillers nothing; modulo 10. */
export function checkDigit(text: string): string {
  let sum = 0
  for (const [index, character] of [...text].entries()) {
    sum += valueOf(character) * (WEIGHTS[index % WEIGHTS.length] ?? 0)
  }
  return String(sum % 10)
}

function valueOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36)
}
