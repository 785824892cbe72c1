// String.fromCharCode makes a flat string in one step; joining table entries makes a tree of small
// strings that has to be flattened later, at twice the cost.
const CODE = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/** Four lowercase hexadecimal digits of 16 bits. */
export function hex4(bits: number): string {
  return String.fromCharCode(code(bits >> 12), code(bits >> 8), code(bits >> 4), code(bits))
}

/** Twelve lowercase hexadecimal digits of three times 16 bits. */
export function hex12(a: number, b: number, c: number): string {
  return String.fromCharCode(
    code(a >> 12),
    code(a >> 8),
    code(a >> 4),
    code(a),
    code(b >> 12),
    code(b >> 8),
    code(b >> 4),
    code(b),
    code(c >> 12),
    code(c >> 8),
    code(c >> 4),
    code(c),
  )
}

function code(bits: number): number {
  return CODE[bits & 15] ?? 0
}
