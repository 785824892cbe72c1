import type { Refusal } from '@danbao/contracts'
import { type OwnPaymentDetail, ownPayment, ownPaymentDetail } from '@danbao/contracts/wallet'
import { list, paymentTransferList } from '@danbao/contracts'
import { queries } from '@danbao/core'
import { accept, decodeId, type Result, type Uuid } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'
import { callerOf } from './act.ts'

const page = list(ownPayment)
const MOST_LINES = 100

/** A payment with all that its page shows, for one of its two people. */
export async function showPayment(
  deps: PeopleDeps,
  who: PersonVisitor,
  id: Uuid,
): Promise<Result<OwnPaymentDetail, Refusal>> {
  const { pool } = deps
  const caller = callerOf(who)
  const found = await queries.getOwnPayment(pool, caller, { id, now: await deps.now() })
  if (!found.ok) return found
  const own = ownPayment.parse(JSON.parse(found.value.json))
  const lines = await queries.listPaymentTransfers(pool, caller, { id, limit: MOST_LINES })
  if (!lines.ok) return lines
  const dispute = decodeId('dsp', own.payment.dispute ?? '')
  const json = dispute.ok ? await queries.findDisputeJson(pool, caller, dispute.value) : undefined
  return accept(
    ownPaymentDetail.parse({
      ...own,
      extendable_from: found.value.extendableFrom,
      transfers: paymentTransferList.parse(JSON.parse(lines.value)).data.toReversed(),
      dispute: json === undefined ? null : JSON.parse(json),
    }),
  )
}

type ListRequest = Omit<Parameters<typeof queries.listOwnPayments>[2], 'now'>

export async function listPayments(
  deps: PeopleDeps,
  who: Pick<PersonVisitor, 'personId'>,
  request: ListRequest,
): Promise<Result<ReturnType<typeof page.parse>, Refusal>> {
  const asked = { ...request, now: await deps.now() }
  const found = await queries.listOwnPayments(deps.pool, callerOf(who), asked)
  return found.ok ? accept(page.parse(JSON.parse(found.value))) : found
}
