// Interleaved 2 of 5: digits in pairs, the first as bars, the second as the spaces between them; two of
// the five elements of a digit are wide.

const PATTERNS = [
  ...['00110', '10001', '01001', '11000', '00101'],
  ...['10100', '01100', '00011', '10010', '01010'],
]
/**
 * The widths of the elements in modules, bar and space by turns, beginning with a bar; of 44 digits 227
 * elements and 405 modules at 1 to 3. Throws RangeError for an odd number of digits.
 */
export function interleaved2of5(digits: string): string {
  if (!/^(\d\d)+$/.test(digits)) throw new RangeError('Digits come in pairs.')
  const pairs = digits.match(/\d\d/g) ?? []
  const elements = `0000${pairs.map(interleave).join('')}100`
  return [...elements].map((wide) => (wide === '1' ? '3' : '1')).join('')
}

function interleave(pair: string): string {
  const [bars = '', spaces = ''] = [...pair].map((digit) => PATTERNS[Number(digit)])
  return [...bars].map((bar, at) => `${bar}${spaces.charAt(at)}`).join('')
}
