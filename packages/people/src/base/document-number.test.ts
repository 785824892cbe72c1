import { expect, it } from 'vitest'
import { issuerCode, sealDocument } from './document-number.ts'
import { createVault } from './vault.ts'

const vault = createVault(Buffer.alloc(32, 3))
const passport = { type: 'passport', issuer: 'DE', number: 'C01X00T47' } as const
const printOf = (changed: Partial<typeof passport> | { number?: string; issuer?: string }) =>
  Buffer.from(sealDocument(vault, { ...passport, ...changed }).documentFingerprint ?? []).toString(
    'hex',
  )

it.each([
  ['D', 'DE'],
  ['RUS', 'RU'],
  ['CHN', 'CN'],
  ['AUT', 'AT'],
  ['UKR', 'UA'],
  ['GBD', 'GB'],
  ['DE', 'DE'],
])('the issuer %s is %s', (letters, code) => {
  expect(issuerCode(letters)).toBe(code)
})

it('a document is the same however its number and issuer are written, and not otherwise', () => {
  expect(printOf({ number: ' c01x-00t 47', issuer: 'D' })).toBe(printOf({}))
  expect(printOf({ number: 'C01X00T48' })).not.toBe(printOf({}))
  expect(printOf({ issuer: 'AT' })).not.toBe(printOf({}))
})

it('its number can be opened by the vault, and by nobody else', () => {
  const { documentNumber } = sealDocument(vault, passport)
  expect(vault.open('document_number', documentNumber ?? Buffer.alloc(0)).toString()).toBe(
    'C01X00T47',
  )
})
