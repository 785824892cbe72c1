/** Drawn on a keypad, or said by everybody. */
const FAMOUS: ReadonlySet<string> = new Set([
  '112233',
  '332211',
  '445566',
  '778899',
  '998877',
  '147258',
  '258369',
  '369258',
  '147369',
  '159753',
  '159357',
  '357159',
  '753951',
  '789456',
  '456123',
  '123789',
  '520131',
  '131452',
  '521131',
  '100200',
])

const DAY = '(0[1-9]|[12]\\d|3[01])'
const MONTH = '(0[1-9]|1[0-2])'
const BIRTHDAYS = [
  `${DAY}${MONTH}\\d\\d`,
  `${MONTH}${DAY}\\d\\d`,
  `\\d\\d${MONTH}${DAY}`,
  `(19|20)\\d\\d${MONTH}`,
  `${MONTH}(19|20)\\d\\d`,
].map((pattern) => new RegExp(`^${pattern}$`))

/**
 * Whether a thief with the phone in hand tries these six digits first: rows, repeats, what reads as
 * a date, and famous ones.
 */
export function isObviousPaymentPassword(digits: string): boolean {
  return (
    isRepeated(digits) ||
    isRow(digits) ||
    FAMOUS.has(digits) ||
    BIRTHDAYS.some((birthday) => birthday.test(digits))
  )
}

/** 111111, 121212, 123123; 111222 and 122221 too: two digits are no secret. */
function isRepeated(digits: string): boolean {
  return new Set(digits).size <= 2 || digits.slice(0, 3) === digits.slice(3)
}

/** 123456, 654321, 135791: the same step from each digit to the next, also over the 0. */
function isRow(digits: string): boolean {
  const steps = Array.from(digits.slice(1), (digit, at) => {
    return (Number(digit) - Number(digits.charAt(at)) + 10) % 10
  })
  return new Set(steps).size === 1
}
