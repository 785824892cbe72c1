import { describe, expect, test } from 'vitest'
import { parseMtcn } from './mtcn.ts'
import { isSettlementFile, readSettlementFile } from './settlement-file.ts'

const HEADER =
  'settlement_date,provider,agent_id,mtcn,status,paid_at,origin_country,sender_name,payout_amount,payout_currency,agent_fee,fx_rate,net_settled,settlement_currency'
const PAID =
  '2026-11-21,WU,A001,0123456789,PAID,2026-11-20T15:02:00Z,DE,ERIKA MUSTERMANN,150.00,USD,0.00,,150.00,USD'

const read = (...lines: readonly string[]) =>
  readSettlementFile(new TextEncoder().encode(lines.join('\r\n')))

describe('an MTCN', () => {
  test.each(['1234567890', '123-456-7890', '012 345 6789'])('%s is one', (text) => {
    expect(parseMtcn(text)).toEqual({ ok: true, value: text.replaceAll(/[ -]/g, '') })
  })

  test.each(['123456789', '12345678901', '12345ABC90', '0000000000', ''])('%j is none', (text) => {
    expect(parseMtcn(text)).toEqual({ ok: false, refusal: 'malformed_mtcn' })
  })
})

describe('a settlement file', () => {
  test('tells what was paid out, taken back and corrected', () => {
    const fee = PAID.replace('0123456789,PAID', '0123456780,ADJUSTED').replace(
      '150.00,USD,0.00,,150.00',
      '150.00,USD,1.50,,148.50',
    )
    const back = PAID.replace('PAID', 'REVERSED')
    expect(read(HEADER, PAID, back, fee, '')).toMatchObject({
      ok: true,
      value: [
        {
          ...{ place: 'line 2', mtcn: '0123456789', status: 'paid', provider: 'WU' },
          ...{ sender: 'ERIKA MUSTERMANN', currency: 'USD', amount: 150_00n, fee: 0n },
        },
        { status: 'reversed' },
        { place: 'line 4', status: 'adjusted', fee: 1_50n },
      ],
    })
  })

  test('may have semicolons, quotes and a mark at its beginning, and a total', () => {
    const semicolons = [HEADER, PAID.replace('ERIKA MUSTERMANN', '"MUSTERMANN; ERIKA"')]
      .map((line) => line.replaceAll(',', ';'))
      .join('\n')
    const total = `TOTAL;1;150.00`
    const bytes = new TextEncoder().encode(`\ufeff${semicolons}\n${total}\n`)
    expect(isSettlementFile(bytes)).toBe(true)
    expect(readSettlementFile(bytes)).toMatchObject({ value: [{ sender: 'MUSTERMANN; ERIKA' }] })
  })

  test.each([
    [[HEADER.replace(',mtcn', ',number'), PAID], 'missing_column', 'line 1'],
    [[HEADER, PAID.replace('0123456789', '12345')], 'malformed_mtcn', 'line 2'],
    [[HEADER, PAID, PAID.replace('PAID', 'paid')], 'unknown_status', 'line 3'],
    [[HEADER, PAID.replace('150.00,USD,', '150.001,USD,')], 'malformed_amount', 'line 2'],
    [[HEADER, PAID.replace('150.00,USD,', '-150.00,USD,')], 'malformed_amount', 'line 2'],
    [[HEADER, PAID.replace('0.00,,150.00', '1.00,,150.00')], 'wrong_sum', 'line 2'],
    [[HEADER, PAID.replace('150.00,USD\r', '').replace(/USD$/, 'EUR')], 'other_currency', 'line 2'],
    [[HEADER, `${PAID},more`], 'wrong_width', 'line 2'],
    [[HEADER, PAID, 'TOTAL,2,150.00'], 'wrong_count', 'line 3'],
    [[HEADER, PAID, 'TOTAL,1,150.01'], 'wrong_sum', 'line 3'],
    [[HEADER, '"'], 'not_csv', 'line 1'],
    [[''], 'missing_column', 'line 1'],
  ])('that is broken is refused whole (%#)', (lines, code, place) => {
    const result = read(...lines)
    expect(result).toMatchObject({ ok: false, refusal: { code, place } })
    // Whoever reads the reason can not collect the money by it.
    if (!result.ok) expect(result.refusal.message).not.toMatch(/\d{5}/)
  })

  test('is not mistaken for another', () => {
    expect(isSettlementFile(new TextEncoder().encode(':20:STMT'))).toBe(false)
    expect(readSettlementFile(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({
      refusal: { code: 'wrong_encoding' },
    })
  })
})
