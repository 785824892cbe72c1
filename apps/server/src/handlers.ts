import { type Command, commands, type Core, queries } from '@danbao/core'
import { accept, formatInstant, type Instant, InvariantError, parseDuration } from '@danbao/kernel'
import type { People } from '@danbao/people'
import type { Handlers } from './http/index.ts'
import { railFileHandlers } from './rail-file-handlers.ts'
import { webhookHandlers } from './webhook-handlers.ts'

/** Every route of the contract, led to the command that changes or the query that reads. */
export function createHandlers(core: Core, people?: People): Handlers<Command> {
  return {
    ...accountHandlers(core),
    ...paymentHandlers(core),
    ...disputeHandlers(core),
    ...topUpHandlers(core),
    ...payoutHandlers(core),
    ...railFileHandlers(people),
    ...sandboxHandlers(core),
    ...webhookHandlers(core),
    getMarketplace: { read: (caller) => queries.getMarketplace(core.database.pool, caller) },
  }
}

type Part<N extends keyof Handlers<Command>> = Pick<Handlers<Command>, N>

function accountHandlers(
  core: Core,
): Part<
  | 'createAccount'
  | 'listAccounts'
  | 'getAccount'
  | 'updateAccount'
  | 'getBalances'
  | 'listAccountTransfers'
> {
  const { pool } = core.database
  return {
    createAccount: { command: (caller, _target, body) => commands.createAccount(caller, body) },
    listAccounts: { read: (caller, _params, query) => queries.listAccounts(pool, caller, query) },
    getAccount: { read: (caller, { id }) => queries.getAccount(pool, caller, { id }) },
    updateAccount: { command: commands.updateAccount },
    getBalances: {
      read: async (caller, { id }, query) =>
        queries.getBalances(pool, caller, { id, now: await core.now(), ...query }),
    },
    listAccountTransfers: {
      read: (caller, { id }, query) => queries.listAccountTransfers(pool, caller, { id, ...query }),
    },
  }
}

function paymentHandlers({
  database: { pool },
}: Core): Part<
  | 'createPayment'
  | 'listPayments'
  | 'getPayment'
  | 'listPaymentTransfers'
  | 'payPayment'
  | 'approvePayment'
  | 'refusePayment'
  | 'shipPayment'
  | 'deliverPayment'
  | 'confirmPayment'
  | 'extendPayment'
  | 'cancelPayment'
  | 'refundPayment'
  | 'openDispute'
  | 'createCheckout'
  | 'getCheckout'
  | 'payCheckout'
  | 'createQuote'
> {
  return {
    createPayment: { command: (caller, _target, body) => commands.createPayment(caller, body) },
    listPayments: { read: (caller, _params, query) => queries.listPayments(pool, caller, query) },
    getPayment: {
      read: (caller, { id }, query) => queries.getPayment(pool, caller, { id, ...query }),
    },
    listPaymentTransfers: {
      read: (caller, { id }, query) => queries.listPaymentTransfers(pool, caller, { id, ...query }),
    },
    payPayment: { command: commands.pay },
    approvePayment: { command: commands.approve },
    refusePayment: { command: commands.refusePayment },
    shipPayment: { command: commands.ship },
    deliverPayment: { command: commands.deliver },
    confirmPayment: { command: commands.confirm },
    extendPayment: { command: commands.extend },
    cancelPayment: { command: commands.cancel },
    refundPayment: { command: commands.refund },
    openDispute: { command: commands.openDispute },
    createCheckout: { command: (caller, _target, body) => commands.createCheckout(caller, body) },
    getCheckout: { read: (caller, { id }) => queries.getCheckout(pool, caller, { id }) },
    payCheckout: { command: commands.payCheckout },
    createQuote: { command: (caller, _target, body) => commands.createQuote(caller, body) },
  }
}

function disputeHandlers({
  database: { pool },
}: Core): Part<
  | 'listDisputes'
  | 'getDispute'
  | 'makeOffer'
  | 'acceptOffer'
  | 'withdrawDispute'
  | 'reportReturnShipped'
  | 'reportReturnDelivered'
  | 'confirmReturnReceived'
  | 'escalateDispute'
  | 'decideDispute'
  | 'appealDecision'
> {
  return {
    listDisputes: { read: (caller, _params, query) => queries.listDisputes(pool, caller, query) },
    getDispute: { read: (caller, { id }) => queries.getDispute(pool, caller, { id }) },
    makeOffer: { command: commands.makeOffer },
    acceptOffer: { command: commands.acceptOffer },
    withdrawDispute: { command: commands.withdraw },
    reportReturnShipped: { command: commands.returnShipped },
    reportReturnDelivered: { command: commands.returnDelivered },
    confirmReturnReceived: { command: commands.returnReceived },
    escalateDispute: { command: commands.escalate },
    decideDispute: { command: commands.decide },
    appealDecision: { command: commands.appeal },
  }
}

function topUpHandlers({
  database: { pool },
}: Core): Part<'startTopUp' | 'listTopUps' | 'getTopUp' | 'cancelTopUp'> {
  return {
    startTopUp: { command: (caller, _target, body) => commands.startTopUp(caller, body) },
    listTopUps: { read: (caller, _params, query) => queries.listTopUps(pool, caller, query) },
    getTopUp: { read: (caller, { id }) => queries.getTopUp(pool, caller, { id }) },
    cancelTopUp: { command: commands.cancelTopUp },
  }
}

function payoutHandlers({
  database: { pool },
}: Core): Part<'requestPayout' | 'listPayouts' | 'getPayout' | 'cancelPayout'> {
  return {
    requestPayout: { command: (caller, _target, body) => commands.requestPayout(caller, body) },
    listPayouts: { read: (caller, _params, query) => queries.listPayouts(pool, caller, query) },
    getPayout: { read: (caller, { id }) => queries.getPayout(pool, caller, { id }) },
    cancelPayout: { command: commands.cancelPayout },
  }
}

function sandboxHandlers(core: Core): Part<'createTopUp' | 'getClock' | 'advanceClock'> {
  return {
    createTopUp: { command: (caller, _target, body) => commands.topUp(caller, body) },
    getClock: { read: async () => accept(clockJson(await core.now())) },
    advanceClock: {
      write: async (_caller, _params, body) => {
        const by = parseDuration(body.advance)
        if (!by.ok) throw new InvariantError('Requests are parsed before they are handled.')
        return accept({ status: 200, body: clockJson(await core.advanceClock(by.value)) })
      },
    },
  }
}

function clockJson(now: Instant): string {
  return JSON.stringify({ object: 'clock', now: formatInstant(now) })
}
