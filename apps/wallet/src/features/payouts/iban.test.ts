import { expect, it } from 'vitest'
import { looksLikeIban } from './iban.ts'

it.each(['DE89370400440532013000', 'gb29 nwbk 6016 1331 9268 19', 'FR1420041010050500013M02606'])(
  '%s has digits that agree',
  (iban) => expect(looksLikeIban(iban)).toBe(true),
)

it.each(['DE89370400440532013001', 'DE8937040044053201300', '', 'DE', '1234567890123456'])(
  '%j has not',
  (iban) => expect(looksLikeIban(iban)).toBe(false),
)
