import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestFolder } from '@danbao/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OperatorError, readConfig } from '../config.ts'
import { openWays } from './open-ways.ts'

let folder: string
beforeAll(async () => {
  folder = await createTestFolder()
})
afterAll(() => rm(folder, { recursive: true }))

const ACCOUNT = {
  currency: 'EUR',
  iban: 'DE89 3704 0044 0532 0130 00',
  bic: 'COBADEFFXXX',
  bank: 'Commerzbank',
}
const GOOD = {
  webmoney: { url: 'https://merchant.wmtransfer.com/', purses: ['Z123456789012'] },
  western_union: { receiver: 'Erika Mustermann', city: 'Berlin', country: 'DE' },
  bank: { holder: 'Example GmbH', accounts: [ACCOUNT] },
  boleto: {
    ...{ bank: '001', bank_name: 'Banco do Brasil', agency_account: '1234-5 / 12345-6' },
    free_field: '0000001234567{number:10}17',
    ...{ beneficiary: 'Example Ltda', tax_id: '11222333000181' },
  },
}

async function open(file: unknown, environment: Readonly<Record<string, string>> = {}) {
  const path = join(folder, 'rails.json')
  await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file))
  const config = readConfig({ RAILS_FILE: path, ...environment })
  return openWays(config, { mode: 'live', webMoneyUrl: undefined })
}

const SECRET = { WEBMONEY_SECRET_KEY: 'Demo-Secret-Key_01' }

describe('the file of rails', () => {
  it('names what money comes in by', async () => {
    expect(await open(GOOD, SECRET)).toEqual({
      webmoney: {
        url: 'https://merchant.wmtransfer.com',
        purses: ['Z123456789012'],
        secretKey: 'Demo-Secret-Key_01',
      },
      westernUnion: GOOD.western_union,
      boleto: {
        ...{ bank: '001', bankName: 'Banco do Brasil', agencyAccount: '1234-5 / 12345-6' },
        freeField: '0000001234567{number:10}17',
        ...{ beneficiary: 'Example Ltda', taxId: '11.222.333/0001-81' },
      },
      bank: {
        holder: 'Example GmbH',
        accounts: [{ ...ACCOUNT, iban: 'DE89370400440532013000' }],
      },
    })
  })

  it('may name one way alone', async () => {
    expect(await open({ bank: GOOD.bank })).toMatchObject({ webmoney: undefined })
    expect(await open({})).toEqual({
      ...{ webmoney: undefined, bank: undefined, westernUnion: undefined },
    })
  })

  it.each([
    ['a purse that is none', { webmoney: { ...GOOD.webmoney, purses: ['809000000852'] } }],
    ['a purse of no currency', { webmoney: { ...GOOD.webmoney, purses: ['X123456789012'] } }],
    [
      'two purses of one currency',
      { webmoney: { ...GOOD.webmoney, purses: ['Z123456789012', 'Z210987654321'] } },
    ],
    ['an address that is none', { webmoney: { ...GOOD.webmoney, url: 'wmtransfer' } }],
    ['an IBAN with a wrong digit', bankWith({ iban: 'DE89370400440532013001' })],
    ['a BIC that is none', bankWith({ bic: 'COBA' })],
    ['an unknown currency', bankWith({ currency: 'ZZZ' })],
    ['two accounts of one currency', { bank: { ...GOOD.bank, accounts: [ACCOUNT, ACCOUNT] } }],
    ['a country that is none', { western_union: { ...GOOD.western_union, country: 'Germany' } }],
    ['a free field of another length', { boleto: { ...GOOD.boleto, free_field: '{number:10}17' } }],
    ['a free field without a number', { boleto: { ...GOOD.boleto, free_field: '0'.repeat(25) } }],
    ['a CNPJ that is none', { boleto: { ...GOOD.boleto, tax_id: '11222333000182' } }],
    ['a word that is not known', { paypal: {} }],
    ['no JSON', '{'],
  ])('is refused with %s', async (_what, file) => {
    await expect(open(file, SECRET)).rejects.toThrow(OperatorError)
  })

  it('and the secret of WebMoney are set together', async () => {
    await expect(open(GOOD)).rejects.toThrow('WEBMONEY_SECRET_KEY')
    await expect(open({ bank: GOOD.bank }, SECRET)).rejects.toThrow('WEBMONEY_SECRET_KEY')
  })

  it('that is not there is said so', async () => {
    const config = readConfig({ RAILS_FILE: join(folder, 'none.json') })
    const live = { mode: 'live', webMoneyUrl: undefined } as const
    await expect(openWays(config, live)).rejects.toThrow('RAILS_FILE can not be read')
  })
})

function bankWith(change: Readonly<Record<string, string>>) {
  return { bank: { ...GOOD.bank, accounts: [{ ...ACCOUNT, ...change }] } }
}

describe('without a file', () => {
  it('a live database takes no money from outside', async () => {
    const ways = await openWays(readConfig({}), { mode: 'live', webMoneyUrl: undefined })
    expect(Object.values(ways).filter((way) => way !== undefined)).toEqual([])
  })

  it('a sandbox has what it brought along', async () => {
    const webMoneyUrl = 'http://127.0.0.1:8090/webmoney'
    const ways = await openWays(readConfig({}), { mode: 'sandbox', webMoneyUrl })
    expect(ways).toMatchObject({ webmoney: { url: webMoneyUrl }, bank: { accounts: [{}, {}] } })
    const alone = await openWays(readConfig({}), { mode: 'sandbox', webMoneyUrl: undefined })
    expect(alone.webmoney).toBeUndefined()
  })
})
