import { accept, refuse, type Result } from '@danbao/kernel'

// Creditor references of ISO 11649: `RF`, two check digits, up to 21 letters and digits, mod 97 as
// in ISO 7064. A payer's bank checks them before it sends, so that a slip of the finger costs nothing.

const BODY = /^[A-Z0-9]{1,21}$/
const WHOLE = /^RF\d{2}[A-Z0-9]{1,21}$/
const SEPARATORS = /[\s./-]+/g

/** The reference around a body of 1 to 21 capital letters and digits. Throws RangeError otherwise. */
export function createRf(body: string): string {
  if (!BODY.test(body)) throw new RangeError(`"${body}" can not be the body of an RF reference`)
  const check = 98 - mod97(`${body}RF00`)
  return `RF${check.toString().padStart(2, '0')}${body}`
}

/** The reference without separators, in capitals, if its check digits hold. */
export function parseRf(text: string): Result<string, 'malformed_reference'> {
  const compact = text.replace(SEPARATORS, '').toUpperCase()
  return isRf(compact) ? accept(compact) : refuse('malformed_reference')
}

/** Banks strip or pad the zeros that a body begins with: without them the same ones are equal. */
export function normaliseRf(reference: string): string {
  return createRf(reference.slice(4).replace(/^0+(?=.)/, ''))
}

/**
 * The references in the free text of a transfer, normalised: whatever was written around them or
 * between their characters. Where text runs on, only what the check digits confirm is one.
 */
export function findRf(text: string): readonly string[] {
  const compact = text.replace(SEPARATORS, '').toUpperCase()
  const found = new Set<string>()
  for (const { index } of compact.matchAll(/RF(?=\d{2})/g)) {
    const longest = /^RF\d{2}[A-Z0-9]{1,21}/.exec(compact.slice(index))?.[0] ?? ''
    for (let length = longest.length; length > 4; length -= 1) {
      const candidate = longest.slice(0, length)
      if (isRf(candidate)) found.add(normaliseRf(candidate))
    }
  }
  return [...found]
}

function isRf(compact: string): boolean {
  return WHOLE.test(compact) && mod97(compact.slice(4) + compact.slice(0, 4)) === 1
}

/** Letters count as 10 to 35. Digit by digit, because the whole number is far beyond a double. */
function mod97(text: string): number {
  let rest = 0
  for (const character of text) {
    for (const digit of Number.parseInt(character, 36).toString()) {
      rest = (rest * 10 + Number.parseInt(digit, 10)) % 97
    }
  }
  return rest
}
