import { type Refusal, topUpView } from '@danbao/contracts'
import type { topUpAppRoutes, WalletTopUp } from '@danbao/contracts/wallet'
import { type Command, commands, queries } from '@danbao/core'
import {
  accept,
  currency,
  decodeId,
  encodeId,
  invariant,
  refuse,
  type Result,
} from '@danbao/kernel'
import { parseTaxId } from '@danbao/rails'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, Reply, WalletPart } from '../base/handling.ts'
import { act, callerOf } from '../payments/index.ts'
import { printBoleto } from './print-boleto.ts'
import { showTopUp, showWays } from './show.ts'
import { takes } from './ways.ts'

const NOT_FOUND: Refusal = { code: 'not_found', detail: 'There is no such top-up.' }
const NO_TAX_ID: Refusal = {
  code: 'tax_id_invalid',
  detail: 'A boleto names its payer by CPF or CNPJ; this is none.',
}
const NOT_OFFERED: Refusal = {
  code: 'currency_not_enabled',
  detail: 'Money of this currency does not come in this way here.',
}

type Shown = Result<Reply<WalletTopUp>, Refusal>

/** People bring money: they choose a way, are told what to do, and see it arrive. */
export function createFundingHandlers(deps: PeopleDeps): WalletPart<keyof typeof topUpAppRoutes> {
  const show = async (who: PersonVisitor, id: string): Promise<Shown> => {
    const body = await showTopUp(deps, who.personId, id)
    return body === undefined ? refuse(NOT_FOUND) : accept({ body })
  }
  const change = async (who: PersonVisitor, id: string, changing: Changing): Promise<Shown> => {
    const { command, key, what } = changing
    const done = await act(deps, who, { command, key, what: [what, id] })
    return done.ok ? show(who, id) : done
  }
  return {
    getFundingWays: async ({ personId }) => accept({ body: await showWays(deps, personId) }),

    async listOwnTopUps({ personId }) {
      const topUps = await queries.listOwnTopUps(deps.pool, personId)
      return accept({ body: { object: 'list', data: topUps.map(queries.viewTopUp) } })
    },

    async startOwnTopUp(who, { body: { key, rail, amount, next, tax_id: typed } }) {
      if (!takes(deps.ways, rail, currency(amount.currency))) return refuse(NOT_OFFERED)
      const payer = parseTaxId(typed ?? '')
      if (rail === 'boleto' && !payer.ok) return refuse(NO_TAX_ID)
      const account = encodeId('acc', who.personId)
      const details = {
        ...(next === undefined ? {} : { next }),
        ...(rail === 'boleto' && payer.ok ? { taxId: payer.value.value } : {}),
      }
      const command = commands.startTopUp(callerOf(who), { account, rail, amount }, details)
      const done = await act(deps, who, {
        command,
        key,
        what: ['start_top_up', rail, amount, details],
      })
      if (!done.ok) return done
      const id = decodeId('top', topUpView.parse(done.value).id)
      invariant(id.ok, 'What was started has an id.')
      return show(who, id.value)
    },

    getOwnTopUp: (who, { params }) => show(who, params.id),

    async getBoleto({ personId }, { params: { id } }) {
      const pdf = await printBoleto(deps, personId, id)
      if (pdf === undefined) return refuse(NOT_FOUND)
      return accept({ body: { mediaType: 'application/pdf', bytes: pdf } })
    },

    tellTransfer: (who, { params: { id }, body: { key, mtcn, sender } }) => {
      const told = { secret: mtcn, details: { sender, last4: mtcn.slice(-4) } }
      const command = commands.declareTopUp(callerOf(who), id, told)
      return change(who, id, { command, key, what: `told ${mtcn} ${sender}` })
    },

    cancelOwnTopUp: (who, { params: { id }, body: { key } }) =>
      change(who, id, { command: commands.cancelTopUp(callerOf(who), id), key, what: 'cancel' }),
  }
}

interface Changing {
  readonly command: Command
  readonly key: string
  readonly what: string
}
