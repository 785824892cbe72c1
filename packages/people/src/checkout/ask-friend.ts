import type { Refusal } from '@danbao/contracts'
import { queries } from '@danbao/core'
import { accept, encodeId, refuse } from '@danbao/kernel'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { readAsk, signAsk } from './ask-link.ts'

const NOT_FOUND: Refusal = { code: 'not_found', detail: 'There is no such checkout.' }
const NOT_OPEN: Refusal = {
  code: 'wrong_state',
  detail: 'Nobody else can pay this any more: it is paid, over, or somebody has begun to pay it.',
}
const CHANGED: Refusal = {
  code: 'link_invalid',
  detail: 'The link was changed or cut off on its way. Ask for it once more.',
}

/** Somebody has a friend pay: whoever pays is the buyer, so nobody may have taken it on. */
export function createAskHandlers(deps: PeopleDeps): WalletPart<'askFriend' | 'readAsk'> {
  const { pool, vault } = deps
  return {
    async askFriend(_visitor, { params: { id }, body }) {
      const page = await queries.findCheckoutPage(pool, id)
      if (page === undefined) return refuse(NOT_FOUND)
      const taken = page.payments.some(({ payment }) => payment.buyerId !== null)
      if (taken || page.state !== 'open') return refuse(NOT_OPEN)
      const checkout = encodeId('chk', id)
      const ask = signAsk(vault, id, { object: 'asked_to_pay', ...body })
      const url = walletUrl(deps, `checkout/${checkout}`, { ask })
      return accept({ body: { object: 'ask_link', checkout, url } })
    },

    async readAsk(_visitor, { params: { id }, query: { ask } }) {
      const asked = readAsk(vault, id, ask)
      return asked === undefined ? refuse(CHANGED) : accept({ body: asked })
    },
  }
}
