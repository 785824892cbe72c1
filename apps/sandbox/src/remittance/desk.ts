import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { LayFile } from '../files/courier.ts'

/** What somebody sends at a counter. */
export const sending = z.strictObject({
  sender: z.string().trim().min(1).max(70),
  currency: z.enum(['USD', 'EUR']),
  amount: z
    .string()
    .trim()
    .transform((amount) => amount.replace(',', '.'))
    .pipe(z.string().regex(/^(?!0+(\.0+)?$)\d{1,7}(\.\d{1,2})?$/))
    .transform((amount) => {
      const [whole = '0', fraction = ''] = amount.split('.')
      return `${whole}.${fraction.padEnd(2, '0')}`
    }),
})
export type Sending = z.output<typeof sending>

export interface Remittance extends Sending {
  readonly mtcn: string
  /** Waiting at the counter, collected by the operator, or called back after that. */
  readonly state: 'sent' | 'paid' | 'reversed'
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface DeskOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Brings settlement files to the operator. */
  readonly lay: LayFile
}

/** An agent of a money transfer service: what is sent waits until the operator collects it. */
export interface Desk {
  /** Newest first. */
  remittances(): readonly Remittance[]
  send(sending: Sending): Remittance
  /** The operator collects it, and the agent's file says so. Undefined: there is no such one. */
  payOut(mtcn: string): Promise<Remittance | undefined>
  /** It was a mistake, or a fraud: it is taken back from the operator. */
  reverse(mtcn: string): Promise<Remittance | undefined>
}

const HEADER =
  'settlement_date,provider,agent_id,mtcn,status,paid_at,origin_country,sender_name,' +
  'payout_amount,payout_currency,agent_fee,fx_rate,net_settled,settlement_currency'

export function createDesk({ now, lay }: DeskOptions): Desk {
  const all = new Map<string, Remittance>()
  let count = now()
  const settle = async (one: Remittance): Promise<Remittance> => {
    all.set(one.mtcn, one)
    count += 1
    await lay(`agent-${count}.csv`, writeFileOf(one, now()))
    return one
  }
  const step = async (
    mtcn: string,
    from: Remittance['state'],
    to: 'paid' | 'reversed',
  ): Promise<Remittance | undefined> => {
    const found = all.get(mtcn)
    return found?.state === from ? settle({ ...found, state: to }) : undefined
  }
  return {
    remittances: () => [...all.values()].reverse(),
    send(sending) {
      const mtcn = String(randomInt(1_000_000_000, 9_999_999_999))
      const one: Remittance = { ...sending, mtcn, state: 'sent', at: now() }
      all.set(mtcn, one)
      return one
    },
    payOut: (mtcn) => step(mtcn, 'sent', 'paid'),
    reverse: (mtcn) => step(mtcn, 'paid', 'reversed'),
  }
}

function writeFileOf({ mtcn, state, sender, amount, currency }: Remittance, at: number): string {
  const time = new Date(at).toISOString()
  const status = state === 'paid' ? 'PAID' : 'REVERSED'
  const name = `"${sender.replaceAll('"', '""')}"`
  const row = [
    ...[time.slice(0, 10), 'WU', 'A001', mtcn, status, time, 'DE', name],
    ...[amount, currency, '0.00', '', amount, currency],
  ]
  return `${HEADER}\r\n${row.join(',')}\r\nTOTAL,1,${amount}\r\n`
}
