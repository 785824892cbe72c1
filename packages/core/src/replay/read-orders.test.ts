import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type FixtureFolder, type FixtureLines, ORDERS, writeFixture } from './fixture.ts'
import { readOrders } from './read-orders.ts'

let folder: FixtureFolder | undefined
afterEach(async () => folder?.remove())

async function read(lines: Partial<FixtureLines>) {
  folder = await writeFixture({ ...ORDERS, ...lines })
  return readOrders(folder.path)
}

const one = (name: keyof FixtureLines, line: string) => read({ [name]: [...ORDERS[name], line] })

describe('the files', () => {
  it('become orders with their items and payments, the buyer by the unique id', async () => {
    const { orders, unreadable } = await read({})
    expect(unreadable).toEqual([])
    expect(orders).toHaveLength(ORDERS.orders.length)
    expect(orders.find(({ id }) => id === 'o-two')).toEqual({
      id: 'o-two',
      buyer: 'bia',
      status: 'delivered',
      purchasedAt: Date.UTC(2018, 0, 2, 10),
      approvedAt: Date.UTC(2018, 0, 2, 12),
      carrierAt: Date.UTC(2018, 0, 2, 11),
      customerAt: Date.UTC(2018, 0, 8, 10),
      items: [
        { number: 2, seller: 's2', price: 20_00n, freight: 0n },
        { number: 1, seller: 's1', price: 10_00n, freight: 0n },
      ],
      payments: [
        { number: 1, type: 'credit_card', value: 70_01n },
        { number: 2, type: 'voucher', value: 30_00n },
      ],
    })
  })

  it('may have quotes, a byte order mark, other columns and another order of them', async () => {
    folder = await writeFixture(ORDERS)
    await writeFile(
      join(folder.path, 'olist_order_payments_dataset.csv'),
      '\uFEFF"payment_value","payment_type","note","payment_sequential","order_id"\r\n' +
        '"1.5","boleto","with, comma","1","o-delivered"\r\n',
    )
    const { orders, unreadable } = await readOrders(folder.path)
    expect(unreadable).toEqual([])
    expect(orders.find(({ id }) => id === 'o-delivered')?.payments).toEqual([
      { number: 1, type: 'boleto', value: 1_50n },
    ])
  })

  it('must all be there', async () => {
    folder = await writeFixture(ORDERS)
    await rm(join(folder.path, 'olist_sellers_dataset.csv'))
    await expect(readOrders(folder.path)).rejects.toThrow('olist_sellers_dataset.csv')
  })

  it('must have their columns', async () => {
    folder = await writeFixture(ORDERS)
    await writeFile(join(folder.path, 'olist_orders_dataset.csv'), 'order_id,customer_id\n')
    await expect(readOrders(folder.path)).rejects.toThrow('no column order_status')
  })
})

const DATES = '2018-02-01 10:00:00,,,,2018-02-20 00:00:00'

describe('a line that can not be read is told with file and line, and stops nothing else', () => {
  it.each([
    ['orders', `o-x,c1,delivered,${DATES},extra`, 'has 9 columns instead of 8'],
    ['orders', `o-x,c1,delivered`, 'has 3 columns instead of 8'],
    ['orders', `o-x,nobody,delivered,${DATES}`, 'there is no customer "nobody"'],
    ['orders', `o-x,c1,lost,${DATES}`, '"lost" is no status'],
    ['orders', `,c1,delivered,${DATES}`, '"" is no order id'],
    ['orders', `o-two,c1,delivered,${DATES}`, 'order o-two is listed twice'],
    ['orders', `o-x,c1,delivered,,,,,`, '"" is no timestamp'],
    ['orders', `o-x,c1,delivered,2018-02-30 10:00:00,,,,`, '"2018-02-30 10:00:00" is no timestamp'],
    ['orders', `o-x,c1,delivered,2018-02-01T10:00:00,,,,`, '"2018-02-01T10:00:00" is no timestamp'],
    ['orders', `o-x,c1,delivered,9999-02-01 10:00:00,,,,`, '"9999-02-01 10:00:00" is no timestamp'],
    ['orders', `o-x,c1,delivered,2018-02-01 10:00:00,soon,,,`, '"soon" is no timestamp'],
    ['order_items', 'o-x,1,p,s1,,1,1', 'there is no order "o-x"'],
    ['order_items', 'o-two,3,p,s9,,1,1', 'there is no seller "s9"'],
    ['order_items', 'o-two,3,p,s1,,1.234,1', '"1.234" is no amount'],
    ['order_items', 'o-two,3,p,s1,,1,-1', '"-1" is no amount'],
    ['order_items', 'o-two,0,p,s1,,1,1', '"0" is no number'],
    ['order_items', 'o-two,1,p,s1,,1,1', 'number 1 of this order is listed twice'],
    ['order_payments', 'o-x,1,voucher,1,1', 'there is no order "o-x"'],
    ['order_payments', 'o-two,3,cheque,1,1', '"cheque" is no payment type'],
    ['order_payments', 'o-two,3,voucher,1,"1,50"', '"1,50" is no amount'],
    ['order_payments', 'o-two,3,voucher,1,', '"" is no amount'],
    ['customers', ',ana,1,a,b', '"" is no customer id'],
    ['customers', 'c1,ana,1,a,b', 'customer c1 is listed twice'],
    ['sellers', 's1,1,a,b', 'seller s1 is listed twice'],
  ] as const)('%s: %s', async (name, line, problem) => {
    const { orders, unreadable } = await one(name, line)
    const file = `olist_${name}_dataset.csv`
    expect(unreadable).toEqual([{ file, line: ORDERS[name].length + 2, problem }])
    expect(orders).toHaveLength(ORDERS.orders.length)
  })

  it('also with a quote that is never closed: the next line is read', async () => {
    const broken = 'o-two,3,"voucher,1,1'
    const lines = [broken, ...ORDERS.order_payments]
    const { orders, unreadable } = await read({ order_payments: lines })
    expect(unreadable).toHaveLength(1)
    expect(unreadable[0]).toMatchObject({ file: 'olist_order_payments_dataset.csv', line: 2 })
    expect(unreadable[0]?.problem).toContain('is no CSV')
    expect(orders.find(({ id }) => id === 'o-two')?.payments).toHaveLength(2)
  })

  it('passes over empty lines', async () => {
    const { unreadable } = await one('orders', '')
    expect(unreadable).toEqual([])
  })
})
