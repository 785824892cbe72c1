import { currency } from '@danbao/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatementFile } from './read-statements.ts'
import { writeCamt053, type WrittenEntry, type WrittenStatement } from './write-camt053.ts'

const entry: WrittenEntry = {
  reference: 'trf_01kaqz4m8hfvatb5q7yj3d9c2n',
  change: -12_35n,
  at: '2026-11-03T10:00:00.000Z',
  code: 'pay',
  counterpart: 'Müller & Söhne <AG>',
  subject: 'pay_01kaqz4m8hfvatb5q7yj3d9c2n',
  text: 'Лампа “Ночь”',
}

function statement(entries: readonly WrittenEntry[], opening = 100_00n): WrittenStatement {
  const closing = entries.reduce((sum, { change }) => sum + change, opening)
  return {
    ...{ id: 'STMT-1', createdAt: '2026-12-01T08:00:00.000Z', owner: 'Anna Eriksson' },
    ...{ from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' },
    ...{ account: 'acc_01kaqz4m8hfvatb5q7yj3d9c2n-EUR', currency: currency('EUR') },
    ...{ opening, closing, entries },
  }
}

const read = (written: WrittenStatement) =>
  readStatementFile(new TextEncoder().encode(writeCamt053(written)))

describe('a statement that is written', () => {
  it('is read again as it was, with every name', () => {
    expect(read(statement([entry, { ...entry, change: 5_00n, text: null }]))).toMatchObject({
      ok: true,
      value: {
        format: 'camt.053',
        statements: [
          {
            account: 'ACC_01KAQZ4M8HFVATB5Q7YJ3D9C2N-EUR',
            opening: 100_00n,
            closing: 92_65n,
            entries: [
              {
                ...{ direction: 'out', amount: 12_35n, valueDate: '2026-11-03' },
                ...{ text: 'Лампа “Ночь”', endToEndId: 'pay_01kaqz4m8hfvatb5q7yj3d9c2n' },
              },
              { direction: 'in', amount: 5_00n, counterparty: 'Müller & Söhne <AG>' },
            ],
          },
        ],
      },
    })
  })

  it('has one with nothing in it, and debt', () => {
    expect(read(statement([], -7n))).toMatchObject({
      value: { statements: [{ opening: -7n, closing: -7n, entries: [] }] },
    })
  })

  it('stays whole whatever people have written', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 })
    fc.assert(
      fc.property(text, text, (counterpart, said) => {
        expect(read(statement([{ ...entry, counterpart, text: said }]))).toHaveProperty('ok', true)
      }),
    )
  })
})
