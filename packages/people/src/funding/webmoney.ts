import { commands, type Mode, queries } from '@danbao/core'
import { parseDecimal } from '@danbao/kernel'
import {
  type PreRequest,
  purseCurrency,
  type RawFields,
  readPreRequest,
  readWebMoneyResult,
  type WebMoneyResult,
} from '@danbao/rails'
import type { PeopleDeps } from '../base/deps.ts'

/** What WebMoney is answered, and what the operator should know of it. */
export interface WebMoneyAnswer {
  readonly status: 200 | 400
  /** Of a question: `YES`, or what the payer is shown instead of paying. */
  readonly text: string
  /** Undefined: all is as it should be. */
  readonly warning?: string
}

const YES = 'YES'

/**
 * Takes what WebMoney sends to the result URL: nothing, when somebody tries the address; a question
 * before the payment; the notification of one. Only the last moves money, and only by its hash.
 */
export async function takeWebMoney(deps: PeopleDeps, fields: RawFields): Promise<WebMoneyAnswer> {
  const { webmoney } = deps.ways
  if (webmoney === undefined) return wrong('WebMoney is not connected.')
  if (Object.keys(fields).length === 0) return { status: 200, text: YES }
  const question = readPreRequest(fields)
  if (question !== undefined) return { status: 200, text: await answerTo(deps, question) }
  const read = readWebMoneyResult(fields, webmoney.secretKey)
  if (!read.ok) return wrong(`A notification of WebMoney was refused: ${read.refusal}.`)
  const result = read.value
  if (!webmoney.purses.includes(result.purse)) {
    return wrong('A notification of WebMoney is about a purse that is not ours.')
  }
  if (result.isTest !== isTestIn(deps.mode)) {
    return { status: 200, text: YES, warning: OTHER_MODE[deps.mode] }
  }
  return record(deps, result)
}

const OTHER_MODE = {
  live: 'WebMoney is in test mode, and this database is live: nothing was credited.',
  sandbox: 'WebMoney took real money for a sandbox: nothing was credited. Look into the purse.',
} as const satisfies Readonly<Record<Mode, string>>

/** Play money for a sandbox, real money for a live database, never across. */
function isTestIn(mode: Mode): boolean {
  return mode === 'sandbox'
}

function wrong(warning: string): WebMoneyAnswer {
  return { status: 400, text: 'Refused.', warning }
}

/** Money that would only have to be sent back is better not sent. */
async function answerTo(deps: PeopleDeps, question: PreRequest): Promise<string> {
  const { purse, amount, paymentNo, isTest } = question
  const { pool, ways, mode } = deps
  const topUp = await queries.findTopUpBy(pool, { rail: 'webmoney', reference: paymentNo })
  const paid = amountIn(purse, amount)
  const fits =
    topUp?.state === 'awaiting' &&
    (topUp.expiresAt === null || topUp.expiresAt > (await deps.now())) &&
    ways.webmoney?.purses.includes(purse) === true &&
    paid?.currency === topUp.currency &&
    paid.minor === topUp.amount &&
    isTest === isTestIn(mode)
  return fits ? YES : 'This top-up is not open any more. Go back to the wallet and start it again.'
}

async function record(deps: PeopleDeps, result: WebMoneyResult): Promise<WebMoneyAnswer> {
  const paid = amountIn(result.purse, result.amount)
  if (paid === undefined || paid.minor <= 0n) {
    return wrong('A notification of WebMoney has an amount that is none.')
  }
  const { status } = await deps.core.execute({
    command: commands.recordDeposit({
      rail: 'webmoney',
      // Numbers of trials are unique among trials only.
      key: `${result.isTest ? 'test' : 'real'} ${result.purse} ${result.transaction}`,
      currency: paid.currency,
      amount: paid.minor,
      fee: 0n,
      settled: false,
      reference: result.paymentNo,
      otherPayer: false,
      payer: result.payerWmid,
      payerAccount: result.payerPurse,
      note: null,
      place: null,
      fileId: null,
    }),
  })
  return status < 400
    ? { status: 200, text: YES }
    : wrong('A notification of WebMoney could not be taken in.')
}

function amountIn(purse: string, amount: string) {
  const currency = purseCurrency(purse)
  const parsed = currency === undefined ? undefined : parseDecimal(amount, currency)
  return parsed?.ok === true ? parsed.value : undefined
}
