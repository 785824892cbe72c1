import { type Caller, type Command, commands } from '@danbao/core'
import { uuidOf } from '@danbao/core/testing'
import { encodeId, newUuid } from '@danbao/kernel'
import type { By, Call, NewPayment, Sum } from './call.ts'
import type { Draft, DraftPayment } from './draft.ts'
import type { Made } from './model/model.ts'
import type { FundingWorld } from './play-funding.ts'

/** The ids that the numbers of the script have got; what does not exist has none. */
export interface World {
  readonly marketplaces: readonly [string, string]
  readonly people: Map<number, string>
  readonly payments: Map<number, string>
  readonly checkouts: Map<number, string>
  /** By payment: its last dispute. */
  readonly disputes: Map<string, string>
  /** By payment or checkout: its last quote. */
  readonly quotes: Map<string, string>
  readonly topUps: FundingWorld['topUps']
  readonly deposits: FundingWorld['deposits']
  readonly payouts: Map<number, string>
}

export function createWorld(marketplaces: readonly [string, string]): World {
  const none = (): Map<number, string> => new Map()
  return {
    marketplaces,
    people: none(),
    payments: none(),
    checkouts: none(),
    disputes: new Map(),
    quotes: new Map(),
    topUps: new Map(),
    deposits: new Map(),
    payouts: new Map(),
  }
}

/** A call with ids in place of numbers; what was never created gets an id that nothing has. */
export function resolve(world: World, draft: Draft): Call {
  const { by, on } = draft
  const person = (number: number): string => world.people.get(number) ?? newUuid()
  const payment = world.payments.get(on.number) ?? ''
  const targets = {
    none: () => '',
    account: () => person(on.number),
    payment: () => payment || newUuid(),
    checkout: () => world.checkouts.get(on.number) ?? newUuid(),
    dispute: () => world.disputes.get(payment) ?? newUuid(),
  }
  const target = targets[on.kind]()
  return {
    verb: draft.verb,
    by: {
      marketplace:
        by.marketplace === null ? null : (world.marketplaces[by.marketplace] ?? newUuid()),
      as: by.as === null ? null : person(by.as),
    },
    target,
    amount: draft.amount,
    withReturn: draft.withReturn,
    level: draft.level,
    quote: draft.quoted ? (world.quotes.get(target) ?? newUuid()) : null,
    card: null,
    ofCheckout: on.kind === 'checkout',
    from: draft.from,
    payments: draft.payments.map((one: DraftPayment): NewPayment => {
      const buyer = one.buyer === null ? null : person(one.buyer)
      return { ...one, buyer, seller: person(one.seller) }
    }),
  }
}

/** Remembers under their numbers what a call has created. */
export function remember(world: World, draft: Draft, call: Call, made: Made): void {
  if (draft.verb === 'account') world.people.set(draft.creates, made.id)
  if (draft.verb === 'checkout') world.checkouts.set(draft.creates, made.id)
  if (draft.verb === 'quote') world.quotes.set(call.target, made.id)
  if (draft.verb === 'dispute') world.disputes.set(call.target, made.id)
  draft.payments.forEach(({ number }, index) => {
    const id = made.payments[index]
    if (id !== undefined) world.payments.set(number, id)
  })
}

/** What the answer says was created. */
export function readMade(body: string, call: Call): Made {
  const answer: unknown = JSON.parse(body)
  const id = idOf(answer)
  if (call.verb === 'pay' || call.verb === 'payCheckout') {
    return { id, payments: [], waits: body.includes('"state":"verifying"') }
  }
  if (call.verb === 'create') return { id, payments: [id] }
  if (call.verb !== 'checkout') return { id, payments: [] }
  const payments = isRecord(answer) && Array.isArray(answer['payments']) ? answer['payments'] : []
  return { id, payments: payments.map(idOf) }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const idOf = (value: unknown): string => (isRecord(value) ? uuidOf(value['id']) : '')

function callerOf({ marketplace, as }: By): Caller {
  if (marketplace === null) {
    return as === null ? { kind: 'operator' } : { kind: 'person', personId: as }
  }
  return { kind: 'marketplace', marketplaceId: marketplace, actingAs: as }
}

const amountOf = ({ value, currency }: Sum) => ({ value: value.toString(), currency })

/** A new command each time, as a new request would bring it. */
export function toCommand(call: Call): Command {
  const caller = callerOf(call.by)
  const { target, amount } = call
  const some = amount === null ? {} : { amount: amountOf(amount) }
  const exactly = amountOf(amount ?? { value: 0n, currency: 'USD' })
  switch (call.verb) {
    case 'account':
      return commands.createAccount(caller, { name: 'Some Body' })
    case 'level':
      return commands.updateAccount(caller, target, { level: call.level })
    case 'topUp':
      return commands.topUp(caller, { account: encodeId('acc', target), amount: exactly })
    case 'create':
    case 'checkout':
    case 'take':
    case 'payCheckout':
    case 'pay':
    case 'quote':
      return toPayingCommand(call, caller)
    case 'approve':
      return commands.approve(caller, target)
    case 'refuse':
      return commands.refusePayment(caller, target, {})
    case 'ship':
      return commands.ship(caller, target, {})
    case 'deliver':
      return commands.deliver(caller, target)
    case 'confirm':
      return commands.confirm(caller, target)
    case 'extend':
      return commands.extend(caller, target)
    case 'cancel':
      return commands.cancel(caller, target, {})
    case 'refund':
      return commands.refund(caller, target, some)
    case 'dispute': {
      const with_return = call.withReturn
      return commands.openDispute(caller, target, { reason: 'damaged', with_return, ...some })
    }
    case 'offer':
      return commands.makeOffer(caller, target, { amount: exactly, with_return: call.withReturn })
    case 'accept':
      return commands.acceptOffer(caller, target)
    case 'withdraw':
      return commands.withdraw(caller, target)
    case 'returnShipped':
      return commands.returnShipped(caller, target, {})
    case 'returnDelivered':
      return commands.returnDelivered(caller, target)
    case 'returnReceived':
      return commands.returnReceived(caller, target)
    case 'escalate':
      return commands.escalate(caller, target)
    case 'decide':
      return commands.decide(caller, target, { amount: exactly, reason: 'So it is.' })
    case 'appeal':
      return commands.appeal(caller, target, { reason: 'Look again.' })
  }
}

function toPayingCommand(call: Call, caller: Caller): Command {
  const quote = call.quote === null ? {} : { quote: encodeId('quo', call.quote) }
  const requests = call.payments.map(toRequest)
  const [first] = requests
  if (call.verb === 'take') {
    if (caller.kind !== 'person') throw new Error('Checkouts are taken on by people.')
    return commands.takeCheckout(caller, call.target)
  }
  if (call.verb === 'pay') return commands.pay(caller, call.target, quote)
  if (call.verb === 'payCheckout') {
    const shown = call.card ?? undefined
    return commands.payCheckout(caller, call.target, quote, shown)
  }
  if (call.verb === 'quote') {
    const of = call.ofCheckout
      ? { checkout: encodeId('chk', call.target) }
      : { payment: encodeId('pay', call.target) }
    return commands.createQuote(caller, { ...of, from: call.from })
  }
  if (first === undefined) throw new Error('Payments are created from requests.')
  const { buyer } = first
  if (buyer === undefined) return commands.createCheckout(caller, { payments: requests })
  if (call.verb === 'create') return commands.createPayment(caller, { ...first, buyer })
  return commands.createCheckout(caller, { buyer, payments: requests })
}

function toRequest(one: NewPayment) {
  const { policy, coupon, fixed, reference } = one
  const hours = (count: number): string => `PT${count}H`
  return {
    amount: amountOf(one.amount),
    ...(one.buyer === null ? {} : { buyer: encodeId('acc', one.buyer) }),
    seller: encodeId('acc', one.seller),
    kind: one.kind,
    commission: {
      basis_points: one.basisPoints,
      ...(fixed === null ? {} : { fixed: amountOf(fixed) }),
    },
    ...(coupon === null ? {} : { coupon: amountOf(coupon) }),
    ...(reference === null ? {} : { reference }),
    ...(policy === null
      ? {}
      : {
          policy: {
            pay_within: hours(policy.pay),
            ship_within: hours(policy.ship),
            confirm_within: hours(policy.confirm),
            inspect_within: hours(policy.inspect),
          },
        }),
  }
}
