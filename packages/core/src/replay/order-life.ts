import type { Amount, CreatePaymentRequest } from '@danbao/contracts'
import { invariant, type Instant, type Uuid } from '@danbao/kernel'
import * as commands from '../commands/index.ts'
import type { MarketplaceCaller } from '../engine/caller.ts'
import type { Command } from '../engine/command.ts'
import { idIn, paymentIdsIn, type RunCommand } from './commands.ts'
import type { Known } from './known.ts'
import { accountText, type FindPerson } from './people.ts'
import type { OrderPart, OrderPlan, PlannedStep } from './plan-order.ts'
import { REPLAY_CURRENCY } from './read-orders.ts'

/** One step in the life of an order. The steps of an order follow each other. */
export interface LifeStep {
  readonly at: Instant
  run(): Promise<void>
}

export interface LifeDeps {
  readonly run: RunCommand
  readonly findPerson: FindPerson
  readonly marketplace: MarketplaceCaller
}

/** What the steps of one order learn from each other. */
interface Created {
  buyer: Uuid
  checkout: Uuid | null
  payments: readonly Uuid[]
}

const TERMS = {
  commission: { basis_points: 300 },
  policy: { ship_within: 'P90D', confirm_within: 'P60D', inspect_within: 'P3D' },
} as const

/** A lone payment has the order's reference; those of a checkout add their sellers to it. */
export function paymentReferences({ reference, parts }: OrderPlan): readonly string[] {
  if (parts.length === 1) return [reference]
  return parts.map(({ seller }) => `${reference}/${seller}`)
}

/** True when an earlier run has brought every payment of the order to its end. */
export function isFinished(plan: OrderPlan, known: Known): boolean {
  return paymentReferences(plan).every((one) => known.closed.has(one))
}

export function lifeOf(plan: OrderPlan, deps: LifeDeps): readonly LifeStep[] {
  const created: Created = { buyer: '', checkout: null, payments: [] }
  return [
    {
      at: plan.createdAt,
      run: async () => void Object.assign(created, await create(plan, deps)),
    },
    { at: plan.paidAt, run: () => pay(plan, created, deps) },
    ...plan.steps.map((step) => ({ at: step.at, run: () => take(plan, step, created, deps) })),
  ]
}

async function create(plan: OrderPlan, deps: LifeDeps): Promise<Created> {
  const { reference, parts, createdAt: at } = plan
  const buyer = await deps.findPerson('Buyer', plan.buyer, at)
  const sellers = await Promise.all(
    parts.map(({ seller }) => deps.findPerson('Seller', seller, at)),
  )
  const references = paymentReferences(plan)
  const requests = parts.map((part, index) => ({
    ...requestFor(part),
    seller: accountText(sellers[index] ?? ''),
    reference: references[index] ?? '',
  }))
  const name = `create ${reference}`
  const [only] = requests
  if (requests.length === 1 && only !== undefined) {
    const command = commands.createPayment(deps.marketplace, { ...only, buyer: accountText(buyer) })
    return { buyer, checkout: null, payments: [idIn(await deps.run({ name, at, command }), 'pay')] }
  }
  const checkout = { buyer: accountText(buyer), payments: requests, reference }
  const command = commands.createCheckout(deps.marketplace, checkout)
  const body = await deps.run({ name, at, command })
  return { buyer, checkout: idIn(body, 'chk'), payments: paymentIdsIn(body) }
}

function requestFor({ amount, coupon }: OrderPart): Omit<CreatePaymentRequest, 'buyer' | 'seller'> {
  return {
    amount: amountOf(amount),
    ...(coupon > 0n ? { coupon: amountOf(coupon) } : {}),
    ...TERMS,
  }
}

/** The money arrives with the approval; where that came too late it stays in the wallet. */
async function pay(plan: OrderPlan, created: Created, deps: LifeDeps): Promise<void> {
  const { reference, paidAt: at } = plan
  const account = accountText(created.buyer)
  for (const { rail, amount } of plan.topUps) {
    const command = commands.topUp(deps.marketplace, { account, amount: amountOf(amount), rail })
    await deps.run({ name: `top up ${rail} ${reference}`, at, command })
  }
  const buyer = { ...deps.marketplace, actingAs: created.buyer }
  const [only] = created.payments
  invariant(only !== undefined, `Order ${reference} has a payment.`)
  const command =
    created.checkout === null
      ? commands.pay(buyer, only, {})
      : commands.payCheckout(buyer, created.checkout, {})
  await deps.run({ name: payName(plan), at, command, mayBeLate: true })
}

async function take(
  plan: OrderPlan,
  step: PlannedStep,
  created: Created,
  { run, marketplace }: LifeDeps,
): Promise<void> {
  const names = stepNames(plan, step)
  await Promise.all(
    created.payments.map((id, index) => {
      const command = COMMANDS[step.what](marketplace, id)
      return run({ name: names[index] ?? '', at: step.at, command, mayBeLate: true })
    }),
  )
}

const COMMANDS: Readonly<
  Record<PlannedStep['what'], (caller: MarketplaceCaller, paymentId: Uuid) => Command>
> = {
  ship: (caller, id) => commands.ship(caller, id, {}),
  deliver: commands.deliver,
  cancel: (caller, id) => commands.cancel(caller, id, {}),
  refund: (caller, id) => commands.refund(caller, id, {}),
}

/** The names of the commands that a timer can have made impossible. */
export function namesOfLateable(plan: OrderPlan): readonly string[] {
  return [payName(plan), ...plan.steps.flatMap((step) => stepNames(plan, step))]
}

function payName({ reference }: OrderPlan): string {
  return `pay ${reference}`
}

function stepNames(plan: OrderPlan, { what }: PlannedStep): readonly string[] {
  return paymentReferences(plan).map((reference) => `${what} ${reference}`)
}

function amountOf(minor: bigint): Amount {
  return { value: minor.toString(), currency: REPLAY_CURRENCY }
}
