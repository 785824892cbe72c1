import type { InvoiceView } from '@danbao/contracts/wallet'
import { queries } from '@danbao/core'
import { accept, encodeId, formatInstant, type Instant, refuse } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { callerOf } from './act.ts'

/** The commission that a seller was charged, month by month. */
export function createInvoiceHandlers(deps: PeopleDeps): WalletPart<'listInvoices' | 'getInvoice'> {
  const { pool } = deps
  return {
    async listInvoices(who) {
      const now = await deps.now()
      const found = await queries.listInvoices(pool, callerOf(who))
      return accept({ body: { data: found.map((invoice) => viewInvoice(invoice, now)) } })
    },

    async getInvoice(who, { params: { id: marketplaceId }, query: { month, currency } }) {
      const key = { month, marketplaceId, currency }
      const invoice = await queries.readInvoice(pool, callerOf(who), key)
      if (invoice === undefined) {
        return refuse({ code: 'not_found', detail: 'There is no such invoice.' })
      }
      const money = (minor: bigint) => ({ value: minor.toString(), currency })
      const body = {
        ...viewInvoice(invoice, await deps.now()),
        lines: invoice.lines.map(
          ({ paymentId, reference, description, at, gross, commission }) => ({
            payment: encodeId('pay', paymentId),
            reference,
            description,
            at: formatInstant(at),
            gross: gross === null ? null : money(gross),
            commission: money(commission),
          }),
        ),
      }
      return accept({ body })
    },
  }
}

type Invoice = Awaited<ReturnType<typeof queries.listInvoices>>[number]

function viewInvoice(
  { month, currency, marketplaceId, marketplace, total }: Invoice,
  now: Instant,
): InvoiceView {
  const id = encodeId('mkt', marketplaceId)
  return {
    object: 'invoice',
    // There is one for each month, currency and marketplace: the number says which, and so no
    // number is ever given twice, skipped or changed.
    number: `${month}-${currency}-${id.slice(-6).toUpperCase()}`,
    month,
    currency,
    marketplace: { id, name: marketplace },
    total: { value: total.toString(), currency },
    final: month < formatInstant(now).slice(0, 7),
  }
}
