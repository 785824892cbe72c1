import { randomInt } from 'node:crypto'
import { createFaults, type Faults } from './faults.ts'
import { type Form, payerOf, type Sale, signResult } from './sale.ts'
import { createTeller, type Message, type Notice, type TellerOptions } from './teller.ts'

/** What both sides know: the secret of every purse of the sandbox. */
const SECRET_KEY = 'webmoney_sandbox'

/** WebMoney's side of the Web Merchant Interface. */
export interface Merchant {
  readonly faults: Faults
  /** Newest first. */
  sales(): readonly Sale[]
  find(id: string): Sale | undefined
  /** The newest first. */
  notices(): readonly Notice[]
  open(form: Form): Sale
  /** Asks the shop first; then the money moves, and the shop is told. */
  pay(id: string): Promise<Sale | undefined>
  cancel(id: string): Sale | undefined
  /** Tells the shop once more. */
  tellAgain(id: string): void
  close(): void
}

export function createMerchant(options: TellerOptions): Merchant {
  const { now } = options
  const faults = createFaults()
  const teller = createTeller(options)
  const sales = new Map<string, Sale>()
  let count = 0

  const keep = (sale: Sale): Sale => {
    sales.set(sale.id, sale)
    return sale
  }
  const resultOf = (sale: Sale): Message =>
    messageOf(sale, signResult(sale, SECRET_KEY, faults.read()))
  const tell = (sale: Sale): void => {
    const { lost, twice, delayMs } = faults.read()
    const times = lost ? 0 : twice ? 2 : 1
    for (let time = 0; time < times; time += 1) teller.tell(() => resultOf(sale), delayMs)
  }
  return {
    faults,
    sales: () => [...sales.values()].reverse(),
    find: (id) => sales.get(id),
    notices: () => teller.notices(),
    open(form) {
      count += 1
      const id = `${count}${randomInt(100_000, 999_999)}`
      return keep({ id, form, state: 'open', said: '', at: now(), transaction: null })
    },
    async pay(id) {
      const sale = sales.get(id)
      if (sale?.state !== 'open') return sale
      // The same page in two tabs pays once.
      keep({ ...sale, state: 'asking' })
      const { status, answer } = await teller.ask(messageOf(sale, askFields(sale)))
      if (status !== 200 || answer.trim() !== 'YES') {
        return keep({ ...sale, state: 'refused', said: answer })
      }
      const transaction = { invoice: 281_000_000 + count, number: randomInt(1e8, 1e9), at: now() }
      const paid = keep({ ...sale, state: 'paid', transaction })
      tell(paid)
      return paid
    },
    cancel(id) {
      const sale = sales.get(id)
      return sale?.state === 'open' ? keep({ ...sale, state: 'cancelled' }) : sale
    },
    tellAgain(id) {
      const sale = sales.get(id)
      if (sale?.state === 'paid') teller.tellOnce(resultOf(sale))
    },
    close: () => teller.close(),
  }
}

function messageOf({ id, form }: Sale, fields: Form): Message {
  return { sale: id, url: form['LMI_RESULT_URL'] ?? '', fields }
}

/** The question before the payment is not signed. */
function askFields({ form }: Sale): Form {
  return {
    LMI_PREREQUEST: '1',
    LMI_MODE: '1',
    LMI_PAYEE_PURSE: form['LMI_PAYEE_PURSE'] ?? '',
    LMI_PAYMENT_AMOUNT: form['LMI_PAYMENT_AMOUNT'] ?? '',
    LMI_PAYMENT_NO: form['LMI_PAYMENT_NO'] ?? '',
    ...payerOf(form),
  }
}
