import { randomInt } from 'node:crypto'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export function randomText(length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}

/** E.g. `newId('cus')`: `cus_` and 24 random letters. */
export function newId(prefix: string): string {
  return `${prefix}_${randomText(24)}`
}
