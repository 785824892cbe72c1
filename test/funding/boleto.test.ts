import { railFiles } from '@danbao/core'
import { decodeId, invariant } from '@danbao/kernel'
import { NO_INPUT, type Registered } from '@danbao/people/testing'
import { digitableLine, readLine } from '@danbao/rails'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { type FilesStage, openFilesStage } from './files-stage.ts'

// A slip that is paid at a counter in Brazil, and the bank's return file that tells of it.

let stage: FilesStage
let anna: Registered
let count = 0

beforeAll(async () => {
  const boleto = {
    ...{ bank: '001', bankName: 'Banco do Brasil', agencyAccount: '1234-5 / 12345-6' },
    freeField: '0000001234567{number:10}17',
    ...{ beneficiary: 'Danbao Sandbox Ltda', taxId: '11.222.333/0001-81' },
  }
  stage = await openFilesStage({ boleto })
})
beforeEach(async () => {
  anna = await stage.test.registered({ givenName: 'Анна', familyName: 'Петрова' })
})
afterEach(() => stage.expectExplained())
afterAll(() => stage.close())

function start(value: string, more: object = { tax_id: '529.982.247-25' }) {
  count += 1
  const body = {
    ...{ key: `key-of-a-boleto-${count}`, rail: 'boleto' as const },
    ...{ amount: { value, currency: 'BRL' }, ...more },
  }
  return stage.people.wallet.startOwnTopUp(anna.visitor, { ...NO_INPUT, body })
}

async function announce(value = '15990') {
  const started = await start(value)
  invariant(started.ok, 'it starts')
  const { id, instructions } = started.value.body
  invariant(instructions?.kind === 'boleto', 'it has a line')
  return { id, line: instructions.line, instructions }
}

async function pay(line: string, more: object = {}): Promise<number> {
  const payment = { line, payer: 'Anna Petrova', taxId: '52998224725', ...more }
  return (await stage.post('boleto', payment)).status
}

/** What became of the entries of the file. */
async function takeIn(): Promise<unknown> {
  await stage.takeIn()
  const [file] = await railFiles.listFiles(stage.test.deps.pool, 1)
  expect(file).toMatchObject({ format: 'cnab240', rail: 'boleto', importedBy: 'folder' })
  return stage.newestCounts()
}

const available = async (): Promise<string | undefined> => {
  const home = await stage.people.wallet.getHome(anna.visitor, NO_INPUT)
  invariant(home.ok, 'there is a home')
  return home.value.body.balances.find((one) => one.currency === 'BRL')?.available.value
}

it('a boleto is credited when the bank’s file says that it was paid', async () => {
  const { line, instructions } = await announce()
  expect(line).toMatch(/^00190\.00009 01234\.567\d{3} \d{5}\.\d{5}\d \d \d{14}$/)
  expect(line).toMatch(/0000015990$/)
  expect(instructions).toMatchObject({
    due: '2026-06-04',
    bars: expect.stringMatching(/^[13]{227}$/),
  })
  const barcode = readLine(line)
  invariant(barcode.ok, 'the line holds')
  expect(digitableLine(barcode.value)).toBe(line)
  expect(await pay(line)).toBe(200)
  expect(await takeIn()).toMatchObject({ credited: 1, suspense: 0 })
  expect(await available()).toBe('15990')
})

it('the same boleto paid twice, with another sum or by another waits for staff', async () => {
  const { line } = await announce()
  await pay(line)
  await takeIn()
  for (const odd of [{}, { amount: '1,00' }]) {
    await pay(line, odd)
    // On the same day, of the same sum: the bank would have to say that it is another.
    expect(await takeIn()).toMatchObject('amount' in odd ? { suspense: 1 } : { known: 1 })
  }
  const other = await announce('5000')
  await pay(other.line, { taxId: '39053344705' })
  expect(await takeIn()).toMatchObject({ suspense: 1 })
  expect(await available()).toBe('15990')
})

it('needs the tax number of who pays, and the wallet of no other prints it', async () => {
  for (const wrong of [{}, { tax_id: '529.982.247-24' }]) {
    expect(await start('5000', wrong)).toMatchObject({ refusal: { code: 'tax_id_invalid' } })
  }
  const { id } = await announce()
  const decoded = decodeId('top', id)
  const input = { ...NO_INPUT, params: { id: decoded.ok ? decoded.value : '' } }
  const pdf = await stage.people.wallet.getBoleto(anna.visitor, input)
  invariant(pdf.ok, 'there is a slip')
  const { mediaType, bytes } = pdf.value.body
  expect(mediaType).toBe('application/pdf')
  expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-')
  const boris = await stage.test.registered()
  expect(await stage.people.wallet.getBoleto(boris.visitor, input)).toMatchObject({
    refusal: { code: 'not_found' },
  })
})
