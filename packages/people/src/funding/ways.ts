import type { Rail } from '@danbao/contracts'
import type { Currency } from '@danbao/kernel'
import { purseCurrency } from '@danbao/rails'

/** How money reaches the operator: what is connected here. */
export interface FundingWays {
  readonly webmoney: WebMoneyWay | undefined
  readonly bank: BankWay | undefined
  readonly westernUnion: WesternUnionWay | undefined
  readonly boleto: BoletoWay | undefined
}

/** As it is set up at WebMoney Merchant for the operator's purses, with one secret for all. */
export interface WebMoneyWay {
  /** E.g. `https://merchant.wmtransfer.com`, without a slash at the end. */
  readonly url: string
  /** One for each currency. */
  readonly purses: readonly string[]
  /** What notifications are signed with. */
  readonly secretKey: string
  /** What forms are signed with, where the purses ask for it. */
  readonly x20?: string | undefined
}

export interface BankWay {
  /** In whose name the accounts are. */
  readonly holder: string
  /** One for each currency. */
  readonly accounts: readonly BankAccount[]
}

export interface BankAccount {
  readonly currency: Currency
  readonly iban: string
  readonly bic: string | null
  readonly bank: string
}

/** Who collects money transfers for the operator. */
export interface WesternUnionWay {
  /** As it stands on their document. */
  readonly receiver: string
  readonly city: string
  /** ISO 3166-1, two letters. */
  readonly country: string
}

/** How the operator's bank in Brazil collects for it. */
export interface BoletoWay {
  /** Its number, three digits. */
  readonly bank: string
  readonly bankName: string
  /** As it is printed, e.g. `1234-5 / 12345-6`. */
  readonly agencyAccount: string
  /** 25 digits as this bank wants them, with the number's place, e.g. `0000001234567{number:10}17`. */
  readonly freeField: string
  /** Who is paid, with the CNPJ as it is printed. */
  readonly beneficiary: string
  readonly taxId: string
}

export const NO_WAYS: FundingWays = {
  webmoney: undefined,
  bank: undefined,
  westernUnion: undefined,
  boleto: undefined,
}

/** Whether money of this currency can come this way. */
export function takes(ways: FundingWays, rail: Rail, currency: Currency): boolean {
  if (rail === 'webmoney') return purseOf(ways.webmoney, currency) !== undefined
  if (rail === 'bank_transfer') return accountOf(ways.bank, currency) !== undefined
  // The core knows in which currencies they come.
  if (rail === 'boleto') return ways.boleto !== undefined
  return rail === 'western_union' && ways.westernUnion !== undefined
}

/** Origins that payers are sent to by a form. */
export function formTargetsOf({ webmoney }: FundingWays): readonly string[] {
  return webmoney === undefined ? [] : [new URL(webmoney.url).origin]
}

export function purseOf(way: WebMoneyWay | undefined, currency: Currency): string | undefined {
  return way?.purses.find((purse) => purseCurrency(purse) === currency)
}

export function accountOf(way: BankWay | undefined, currency: string): BankAccount | undefined {
  return way?.accounts.find((account) => account.currency === currency)
}
