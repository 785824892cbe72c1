import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Instruction, readOrderFile } from './order-file.ts'

/** How far it is. `refused`: never carried out. `returned`: the payee's bank sent it back. */
export type OrderState = 'received' | 'paid' | 'refused' | 'returned'

export interface PaymentOrder extends Instruction {
  readonly state: OrderState
  /** Of the booking, once it is paid. */
  readonly transferId: string | undefined
}

/** What customers have laid down for the bank to pay. */
export interface Orders {
  /** Newest first, after a look into the folder. */
  list(): Promise<readonly PaymentOrder[]>
  find(endToEndId: string): PaymentOrder | undefined
  put(order: PaymentOrder): void
}

/** Reads files below `outgoing` of this folder, each message once. */
export function createOrders(folder: string | undefined): Orders {
  const orders = new Map<string, PaymentOrder>()
  const seen = new Set<string>()
  const messages = new Set<string>()
  const take = (xml: string): void => {
    const { messageId, instructions } = readOrderFile(xml)
    if (messages.has(messageId)) return
    messages.add(messageId)
    for (const one of instructions) {
      orders.set(one.endToEndId, { ...one, state: 'received', transferId: undefined })
    }
  }
  return {
    async list() {
      for (const name of await namesIn(folder)) {
        if (name.startsWith('.') || seen.has(name) || folder === undefined) continue
        seen.add(name)
        take(await readFile(join(folder, 'outgoing', name), 'utf8'))
      }
      return [...orders.values()].toReversed()
    },
    find: (id) => orders.get(id),
    put: (order) => orders.set(order.endToEndId, order),
  }
}

/** Nothing was laid down yet where the folder is not there. */
async function namesIn(folder: string | undefined): Promise<readonly string[]> {
  if (folder === undefined) return []
  const names = await readdir(join(folder, 'outgoing')).catch(() => [])
  return names.toSorted()
}
