import { currency, instant } from '@danbao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccountRef } from './account.ts'
import { Books } from './books.ts'
import type { Posting } from './transfer.ts'

const NOW = instant(0)
const OCCASION = { subjectId: null, occurredAt: NOW, recordedAt: NOW }
const USD = currency('USD')
const ref = (id: string, floor: bigint | null = 0n): AccountRef => ({
  id,
  code: 'account',
  currency: USD,
  floor,
})
const [A, B, WORLD] = [ref('a'), ref('b'), ref('world', null)]
const move = (from: AccountRef, to: AccountRef, amount: bigint, more: Partial<Posting> = {}) => ({
  from,
  to,
  amount,
  code: 'move',
  ...more,
})
const loaded = (balance: bigint, floor: bigint | null = 0n) => {
  const books = new Books()
  books.want('a')
  books.load({ ...A, floor, balance, openedAt: NOW })
  return books
}
const entryOf = (books: Books, id: string) => books.touched().find(({ ref }) => ref.id === id)

describe('linked postings', () => {
  it('are all made or none', () => {
    const books = loaded(10n)
    const postings = [move(WORLD, B, 5n), move(A, WORLD, 6n), move(A, B, 5n)]
    expect(books.post(postings, OCCASION)).toEqual({ ok: false, refusal: 'insufficient_funds' })
    expect(books.transfers).toEqual([])
    expect(books.touched()).toEqual([])
    expect(books.balance(A)).toBe(10n)
    const fits = books.post([move(A, WORLD, 6n), move(A, B, 4n)], OCCASION)
    expect(fits.ok).toBe(true)
    expect(new Set(books.transfers.map(({ setId }) => setId)).size).toBe(1)
    expect(books.balance(A)).toBe(0n)
  })

  it('see what the earlier ones of their set did', () => {
    const books = loaded(0n)
    expect(books.post([move(WORLD, A, 5n), move(A, B, 5n)], OCCASION).ok).toBe(true)
    expect(books.balance(A)).toBe(0n)
  })
})

describe('floors', () => {
  it('may be reached and not passed', () => {
    expect(loaded(10n).post([move(A, B, 10n)], OCCASION).ok).toBe(true)
    expect(loaded(10n).post([move(A, B, 11n)], OCCASION).ok).toBe(false)
    expect(loaded(10n, null).post([move(ref('a', null), B, 11n)], OCCASION).ok).toBe(true)
  })

  it('a debt lowers them by what is missing, a credit raises them to min(0, balance)', () => {
    const books = loaded(30n)
    books.post([move(A, B, 50n, { mayOwe: true })], OCCASION)
    expect(entryOf(books, 'a')).toMatchObject({ delta: -50n, floor: -20n })
    books.post([move(WORLD, A, 5n)], OCCASION)
    expect(entryOf(books, 'a')).toMatchObject({ floor: -15n })
    expect(books.post([move(A, B, 1n)], OCCASION).ok).toBe(false)
    books.post([move(WORLD, A, 40n)], OCCASION)
    expect(entryOf(books, 'a')).toMatchObject({ delta: -5n, floor: 0n })
  })

  it('stay where they are while the balance suffices', () => {
    const books = loaded(30n)
    books.post([move(A, B, 30n, { mayOwe: true })], OCCASION)
    expect(entryOf(books, 'a')).toMatchObject({ floor: 0n })
  })
})

describe('the journal', () => {
  it('takes everything back, floors and opened accounts too', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 100n }),
        fc.array(fc.tuple(fc.nat(3), fc.bigInt({ min: 1n, max: 60n })), { maxLength: 12 }),
        (balance, moves) => {
          const books = loaded(balance)
          books.post([move(WORLD, A, 1n)], OCCASION)
          const before = JSON.stringify([books.touched(), books.transfers], replaceBigint)
          const mark = books.journal.mark()
          for (const [kind, amount] of moves) {
            const all = [
              move(A, B, amount),
              move(A, B, amount, { mayOwe: true }),
              move(WORLD, A, amount),
              move(WORLD, ref('new'), amount),
            ]
            const posting = all[kind]
            if (posting !== undefined) books.post([posting], OCCASION)
          }
          books.journal.rollback(mark)
          expect(JSON.stringify([books.touched(), books.transfers], replaceBigint)).toBe(before)
        },
      ),
    )
  })
})

const replaceBigint = (_key: string, value: unknown) =>
  typeof value === 'bigint' ? value.toString() : value

describe('what can not be meant', () => {
  it('throws', () => {
    const EUR = { ...B, currency: currency('EUR') }
    expect(() => loaded(9n).post([move(A, B, 0n)], OCCASION)).toThrow('more than zero')
    expect(() => loaded(9n).post([move(WORLD, A, -1n)], OCCASION)).toThrow('more than zero')
    expect(() => loaded(9n).post([move(A, EUR, 1n)], OCCASION)).toThrow('one currency')
    expect(() => loaded(9n).post([move(A, A, 1n)], OCCASION)).toThrow('two accounts')
    expect(() => loaded(9n).post([move(B, A, 1n)], OCCASION)).toThrow('was not loaded')
    const books = loaded(9n)
    books.post([move(A, B, 1n)], OCCASION)
    expect(() => books.balance(B)).toThrow('was not loaded')
  })
})
