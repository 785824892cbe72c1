import { disputeView, paymentTransferList, paymentView, type Refusal } from '@danbao/contracts'
import { CHECK_VERDICTS, type DeskPaymentPage } from '@danbao/contracts/console'
import { queries } from '@danbao/core'
import { accept, decodeId, encodeId, oneOf, type Result, type Uuid } from '@danbao/kernel'
import { type Pool, queryText, readRow } from '@danbao/database'
import { noSuch } from '../refusals.ts'

const OPERATOR = { kind: 'operator' } as const
const MOST_LINES = 100

interface Shown {
  readonly page: DeskPaymentPage
  /** Null: nobody has taken the checkout on. */
  readonly buyerId: Uuid | null
}

/** Where the money of a payment was and is, with everything that leads on from it. */
export async function showPayment(pool: Pool, id: Uuid): Promise<Result<Shown, Refusal>> {
  const head = await queries.readDeskPayment(pool, id)
  if (head === undefined) return noSuch('payment')
  const found = await queries.getPayment(pool, OPERATOR, { id })
  if (!found.ok) return found
  const lines = await queries.listPaymentTransfers(pool, OPERATOR, { id, limit: MOST_LINES })
  if (!lines.ok) return lines
  const payment = paymentView.parse(JSON.parse(found.value))
  const { marketplace, buyer, seller } = head
  const page: DeskPaymentPage = {
    object: 'desk_payment',
    payment,
    marketplace,
    buyer,
    seller,
    dispute: await readDispute(pool, payment.dispute),
    check: await readCheck(pool, id),
    transfers: paymentTransferList.parse(JSON.parse(lines.value)).data.toReversed(),
  }
  return accept({ page, buyerId: idOf('acc', payment.buyer) })
}

function idOf(prefix: 'acc' | 'dsp', text: string | null): Uuid | null {
  const id = text === null ? undefined : decodeId(prefix, text)
  return id?.ok === true ? id.value : null
}

async function readDispute(pool: Pool, text: string | null): Promise<DeskPaymentPage['dispute']> {
  const id = idOf('dsp', text)
  const json = id === null ? undefined : await queries.findDisputeJson(pool, OPERATOR, id)
  return json === undefined ? null : disputeView.parse(JSON.parse(json))
}

async function readCheck(pool: Pool, id: Uuid): Promise<DeskPaymentPage['check']> {
  const sql = 'SELECT leader_id, verdict FROM app.payment_check WHERE payment_id = $1'
  const [check] = (await queryText(pool, sql, [id])).map((row) => {
    const r = readRow(row)
    const [leader, verdict] = [encodeId('pay', r.text()), r.maybeText()]
    return { leader, verdict: verdict === null ? null : oneOf(CHECK_VERDICTS, verdict) }
  })
  return check ?? null
}
