import type { Courier } from '../files/courier.ts'
import { closingOf, type Format, type Report, writeFileOf } from './files.ts'
import { createOrders, type PaymentOrder } from './orders.ts'
import { centsOf, type Order, type Transfer } from './transfer.ts'

export interface BankOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Where files of customers are taken from, below `outgoing`; undefined: nowhere. */
  readonly filesFolder: string | undefined
  /** Brings files to customers. */
  readonly courier: Courier
}

/** An account that somebody was sent money to. */
export interface BankAccount {
  readonly iban: string
  readonly currency: string
  /** Cents, of what its statements have told. */
  readonly opening: bigint
  readonly sequence: number
  /** What no statement has told yet, oldest first. */
  readonly untold: readonly Transfer[]
}

/** A bank that tells its customers by files. */
export interface Bank {
  accounts(): readonly BankAccount[]
  /** Newest first. */
  transfers(): readonly Transfer[]
  /** Carries it out, and tells of it by a notice. */
  transfer(order: Order): Promise<Transfer>
  /** Takes it back, once; undefined: there is nothing to take back. */
  reverse(id: string): Promise<Transfer | undefined>
  /** What customers have told it to pay, newest first. */
  orders(): Promise<readonly PaymentOrder[]>
  /**
   * Pays it, does not, or has it sent back by the payee's bank; undefined: that can not be done with
   * it now.
   */
  settle(endToEndId: string, how: Settling): Promise<PaymentOrder | undefined>
  /** Tells everything since the last statement of each account; the names of the files. */
  tell(format: Exclude<Format, 'camt.054'>): Promise<readonly string[]>
}

export const SETTLINGS = ['pay', 'refuse', 'return'] as const
export type Settling = (typeof SETTLINGS)[number]

const NEEDED = { pay: 'received', refuse: 'received', return: 'paid' } as const
const BECOMES = { pay: 'paid', refuse: 'refused', return: 'returned' } as const

/** Of everybody who pays. */
const PAYER_IBAN = 'NL91ABNA0417164300'

export function createBank({ now, filesFolder, courier }: BankOptions): Bank {
  const orders = createOrders(filesFolder)
  const accounts = new Map<string, BankAccount>()
  const transfers: Transfer[] = []
  // Numbers go on where another run of the sandbox has stopped.
  let count = now()
  const nextId = (): string => (count += 1).toString(36).toUpperCase()
  const book = async (made: Movement): Promise<Transfer> => {
    const id = nextId()
    const at = now()
    const date = new Date(at).toISOString().slice(0, 10)
    const transfer = { ...made, id, booking: `SBX${id}`, date, at }
    transfers.unshift(transfer)
    const account = accountOf(accounts, transfer)
    keep(accounts, { ...account, untold: [...account.untold, transfer] })
    const report = { ...toReport(account, `N${id}`, at), entries: [transfer] }
    await courier.lay(`${report.id}.camt.054.xml`, writeFileOf('camt.054', report))
    return transfer
  }
  return {
    accounts: () => [...accounts.values()],
    transfers: () => transfers,
    transfer: ({ amount, ...order }) =>
      book({
        ...order,
        ...{ cents: centsOf(amount), payerIban: PAYER_IBAN },
        ...{ endToEndId: undefined, reverses: undefined },
      }),
    async reverse(id) {
      const found = transfers.find((one) => one.id === id)
      const isDone = transfers.some(({ reverses }) => reverses === id)
      if (found === undefined || found.cents < 0n || isDone) return undefined
      if (found.reverses !== undefined) return undefined
      return book({ ...found, cents: -found.cents, reverses: id })
    },
    orders: () => orders.list(),
    async settle(endToEndId, how) {
      const order = orders.find(endToEndId)
      if (order?.state !== NEEDED[how]) return undefined
      // Whoever presses twice finds it done.
      const settled = { ...order, state: BECOMES[how] }
      orders.put(settled)
      const paid = transfers.find(({ id }) => id === order.transferId)
      const movement = movementOf(order, how, paid)
      if (movement === undefined) return settled
      const { id } = await book(movement)
      const told = { ...settled, transferId: id }
      orders.put(told)
      return told
    },
    async tell(format) {
      const names: string[] = []
      for (const account of accounts.values()) {
        if (account.untold.length === 0) continue
        const report = toReport(account, `S${nextId()}`, now())
        const name = `${report.id}.${format}.${format === 'mt940' ? 'sta' : 'xml'}`
        await courier.lay(name, writeFileOf(format, report))
        names.push(name)
        const { sequence } = report
        keep(accounts, { ...account, opening: closingOf(report), sequence, untold: [] })
      }
      return names
    },
  }
}

type Movement = Omit<Transfer, 'id' | 'booking' | 'date' | 'at'>

/** What moves on the account that pays; undefined: nothing does. */
function movementOf(
  order: PaymentOrder,
  how: Settling,
  paid: Transfer | undefined,
): Movement | undefined {
  if (how === 'return') return paid && { ...paid, cents: -paid.cents, reverses: paid.id }
  if (how === 'refuse') return undefined
  const { endToEndId, iban, currency, cents, payee, payeeIban: payerIban, text } = order
  const out = { iban, currency, cents: -cents, payer: payee, payerIban, text, endToEndId }
  return { ...out, reverses: undefined }
}

function toReport(account: BankAccount, id: string, at: number): Report {
  const { iban, currency, opening, untold: entries } = account
  return { id, sequence: account.sequence + 1, iban, currency, opening, entries, at }
}

function accountOf(
  accounts: ReadonlyMap<string, BankAccount>,
  { iban, currency }: Pick<Transfer, 'iban' | 'currency'>,
): BankAccount {
  const known = accounts.get(`${iban} ${currency}`)
  return known ?? { iban, currency, opening: 0n, sequence: 0, untold: [] }
}

function keep(accounts: Map<string, BankAccount>, account: BankAccount): void {
  accounts.set(`${account.iban} ${account.currency}`, account)
}
