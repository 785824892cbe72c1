import { randomInt } from 'node:crypto'
import { createFaults, type Faults } from './faults.ts'
import { type Form, payerOf, type Sale, signResult } from './sale.ts'

/** What both sides know: the secret of every purse of the sandbox. */
export const SECRET_KEY = 'webmoney_sandbox'
export interface Notice {
  readonly sale: string
  readonly kind: 'question' | 'result'
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of HTTP; undefined: nobody answered. */
  readonly status: number | undefined
  readonly answer: string
}

export interface MerchantOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** After each result that nobody took, in milliseconds. */
  readonly webhookPausesMs?: readonly number[]
}

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

const PAUSES_MS = [1_000, 5_000, 30_000, 120_000, 600_000]
const TIMEOUT_MS = 10_000
const KEPT = 200

export function createMerchant({ now, webhookPausesMs = PAUSES_MS }: MerchantOptions): Merchant {
  const faults = createFaults()
  const sales = new Map<string, Sale>()
  const notices: Notice[] = []
  const closing = new AbortController()
  const timers = new Set<NodeJS.Timeout>()
  let count = 0

  const later = (ms: number, run: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms)
    timers.add(timer)
  }
  const keep = (sale: Sale): Sale => {
    sales.set(sale.id, sale)
    return sale
  }
  const post = async (sale: Sale, kind: Notice['kind'], fields: Form): Promise<Notice> => {
    const url = sale.form['LMI_RESULT_URL'] ?? ''
    const { status, answer } = await send(url, fields, closing.signal)
    const notice = { sale: sale.id, kind, at: now(), status, answer }
    notices.unshift(notice)
    notices.length = Math.min(notices.length, KEPT)
    return notice
  }
  const tell = async (sale: Sale, attempt: number): Promise<void> => {
    if (closing.signal.aborted) return
    const { status } = await post(sale, 'result', signResult(sale, SECRET_KEY, faults.read()))
    const pause = webhookPausesMs[attempt]
    if (status === 200 || pause === undefined || closing.signal.aborted) return
    later(pause, () => void tell(sale, attempt + 1))
  }
  return {
    faults,
    sales: () => [...sales.values()].reverse(),
    find: (id) => sales.get(id),
    notices: () => notices,
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
      const question = await post(sale, 'question', askFields(sale))
      if (question.status !== 200 || question.answer.trim() !== 'YES') {
        return keep({ ...sale, state: 'refused', said: question.answer })
      }
      const transaction = { invoice: 281_000_000 + count, number: randomInt(1e8, 1e9), at: now() }
      const paid = keep({ ...sale, state: 'paid', transaction })
      const { lost, twice, delayMs } = faults.read()
      if (!lost) {
        const times = twice ? 2 : 1
        for (let time = 0; time < times; time += 1) later(delayMs, () => void tell(paid, 0))
      }
      return paid
    },
    cancel(id) {
      const sale = sales.get(id)
      return sale?.state === 'open' ? keep({ ...sale, state: 'cancelled' }) : sale
    },
    tellAgain(id) {
      const sale = sales.get(id)
      if (sale?.state === 'paid') void tell(sale, webhookPausesMs.length)
    },
    close() {
      closing.abort()
      for (const timer of timers) clearTimeout(timer)
    },
  }
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

async function send(
  url: string,
  fields: Form,
  signal: AbortSignal,
): Promise<{ readonly status: number | undefined; readonly answer: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
    return { status: response.status, answer: (await response.text()).slice(0, 500) }
  } catch {
    return { status: undefined, answer: '' }
  }
}
