import type { TopUpInstructions } from '@danbao/contracts/wallet'
import type { queries } from '@danbao/core'
import { encodeId, money } from '@danbao/kernel'
import { epcQrText, webMoneyForm } from '@danbao/rails'
import { type PeopleDeps, walletUrl } from '../base/deps.ts'
import { boletoOf } from './boleto.ts'
import { readDetails } from './details.ts'
import { accountOf, type BankAccount, purseOf } from './ways.ts'

export type TopUp = NonNullable<Awaited<ReturnType<typeof queries.findTopUp>>>

/** Where WebMoney tells what was paid. */
export const WEBMONEY_PATH = '/events/webmoney'

/** What its payer has to do now; null: nothing is awaited, or the way is gone. */
export function instructionsFor(deps: PeopleDeps, topUp: TopUp): TopUpInstructions | null {
  if (topUp.state !== 'awaiting') return null
  if (topUp.rail === 'webmoney') return byWebMoney(deps, topUp)
  if (topUp.rail === 'bank_transfer') return byBank(deps, topUp)
  if (topUp.rail === 'western_union') return byWesternUnion(deps, topUp)
  return topUp.rail === 'boleto' ? byBoleto(deps, topUp) : null
}

function byBoleto({ ways: { boleto: way } }: PeopleDeps, topUp: TopUp): TopUpInstructions | null {
  const boleto = way && boletoOf(way, topUp)
  if (way === undefined || boleto === undefined) return null
  const { line, bars, dueDay } = boleto
  return {
    kind: 'boleto',
    line,
    bars,
    due: dueDay,
    beneficiary: way.beneficiary,
    bank: way.bankName,
  }
}

function byWesternUnion({ ways }: PeopleDeps, topUp: TopUp): TopUpInstructions | null {
  if (ways.westernUnion === undefined) return null
  const { receiver, city, country } = ways.westernUnion
  const { sender, last4 } = readDetails(topUp.details)
  const isTold = sender !== undefined && last4 !== undefined
  return {
    kind: 'western_union',
    ...{ receiver, city, country },
    told: isTold ? { sender, last4 } : null,
  }
}

function byWebMoney(deps: PeopleDeps, topUp: TopUp): TopUpInstructions | null {
  const { webmoney } = deps.ways
  const purse = purseOf(webmoney, topUp.currency)
  if (webmoney === undefined || purse === undefined || topUp.number === null) return null
  const pageUrl = walletUrl(deps, `top-up/${encodeId('top', topUp.id)}`)
  const form = webMoneyForm({
    baseUrl: webmoney.url,
    purse,
    amount: money(topUp.currency, topUp.amount),
    paymentNo: topUp.number,
    description: `Danbao ${topUp.number}`,
    resultUrl: `${deps.publicUrl}${WEBMONEY_PATH}`,
    successUrl: pageUrl,
    failUrl: pageUrl,
    ...(webmoney.x20 === undefined ? {} : { x20: webmoney.x20 }),
  })
  const payable = (topUp.amount + topUp.fee).toString()
  return {
    kind: 'webmoney',
    action: form.action,
    fields: form.fields,
    payable: { value: payable, currency: topUp.currency },
  }
}

function byBank({ ways }: PeopleDeps, topUp: TopUp): TopUpInstructions | null {
  const account = accountOf(ways.bank, topUp.currency)
  if (ways.bank === undefined || account === undefined || topUp.reference === null) return null
  const missing = topUp.amount - topUp.arrived
  return {
    kind: 'bank_transfer',
    holder: ways.bank.holder,
    iban: account.iban,
    bic: account.bic,
    bank: account.bank,
    missing: { value: missing.toString(), currency: topUp.currency },
    reference: topUp.reference,
    qr: qrOf(ways.bank.holder, account, { amount: missing, reference: topUp.reference }),
  }
}

/** Only euros travel by such a code. */
function qrOf(
  name: string,
  { currency, iban, bic }: BankAccount,
  { amount, reference }: { readonly amount: bigint; readonly reference: string },
): string | null {
  if (currency !== 'EUR') return null
  const text = epcQrText({ name, iban, bic, amount, reference })
  return text.ok ? text.value : null
}
