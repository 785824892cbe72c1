import { readFile } from 'node:fs/promises'
import type { Mode } from '@danbao/core'
import { currency, isCurrency, type Result } from '@danbao/kernel'
import { type BankAccount, type FundingWays, isFreeField, NO_WAYS } from '@danbao/people'
import {
  formatTaxId,
  parseBic,
  parseIban,
  parsePurse,
  parseTaxId,
  purseCurrency,
} from '@danbao/rails'
import { z } from 'zod'
import { type Config, OperatorError } from '../config.ts'

export interface WaySurroundings {
  readonly mode: Mode
  /** What a sandbox brought along. */
  readonly webMoneyUrl: string | undefined
}

/** As the parser writes it. */
function parsedBy(parse: (text: string) => Result<string, string>, message: string) {
  return z.string().transform((text, context) => {
    const parsed = parse(text)
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
}

const purse = z
  .string()
  .refine((text) => parsePurse(text).ok, 'must be a letter and 12 digits')
  .refine((text) => purseCurrency(text) !== undefined, 'must be a purse of dollars or euros')

const account = z.strictObject({
  currency: z.string().refine(isCurrency, 'must be an ISO 4217 currency code').transform(currency),
  iban: parsedBy(parseIban, 'must be an IBAN'),
  bic: parsedBy(parseBic, 'must be a BIC').nullable().default(null),
  bank: z.string().min(1),
})

const file = z.strictObject({
  webmoney: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
      purses: z.array(purse).min(1).refine(oneOfEach(purseCurrency), 'one for each currency'),
    })
    .optional(),
  western_union: z
    .strictObject({
      receiver: z.string().min(1).max(100),
      city: z.string().min(1).max(100),
      country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters'),
    })
    .optional(),
  boleto: z
    .strictObject({
      bank: z.string().regex(/^\d{3}$/, 'must be the three digits of a bank'),
      bank_name: z.string().min(1).max(60),
      agency_account: z.string().min(1).max(40),
      free_field: z
        .string()
        .refine(isFreeField, 'must be 25 digits, with {number:N} for N of them'),
      beneficiary: z.string().min(1).max(60),
      tax_id: z.string().transform((text, context) => {
        const parsed = parseTaxId(text)
        if (parsed.ok) return formatTaxId(parsed.value)
        context.addIssue({ code: 'custom', message: 'must be a CPF or CNPJ' })
        return z.NEVER
      }),
    })
    .transform(({ bank, bank_name, agency_account, free_field, beneficiary, tax_id }) => ({
      ...{ bank, bankName: bank_name, agencyAccount: agency_account },
      ...{ freeField: free_field, beneficiary, taxId: tax_id },
    }))
    .optional(),
  bank: z
    .strictObject({
      holder: z.string().min(1).max(70),
      accounts: z
        .array(account)
        .min(1)
        .refine(
          oneOfEach(({ currency: of }: BankAccount) => of),
          'one for each currency',
        ),
    })
    .optional(),
})

function oneOfEach<T>(of: (item: T) => unknown): (items: readonly T[]) => boolean {
  return (items) => new Set(items.map(of)).size === items.length
}

/**
 * How money comes in: what the operator wrote into the file RAILS_FILE, else what a sandbox brought
 * along. Throws OperatorError where the file can not be read, or a secret is missing.
 */
export async function openWays(
  { railsFile, webMoney }: Config,
  { mode, webMoneyUrl }: WaySurroundings,
): Promise<FundingWays> {
  if (railsFile === undefined) return mode === 'sandbox' ? sandboxWays(webMoneyUrl) : NO_WAYS
  const read = file.safeParse(await readJson(railsFile))
  if (!read.success) throw new OperatorError(`RAILS_FILE: ${z.prettifyError(read.error)}`)
  const { webmoney, bank, boleto, western_union: westernUnion } = read.data
  if ((webmoney === undefined) !== (webMoney === undefined)) {
    throw new OperatorError('Purses in RAILS_FILE and WEBMONEY_SECRET_KEY are set together.')
  }
  return {
    webmoney: webmoney && webMoney && { ...webmoney, ...webMoney },
    bank,
    boleto,
    westernUnion,
  }
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`RAILS_FILE can not be read: ${why}`)
  }
}

/** Accounts that stand in every textbook on IBANs: nobody has them. */
function sandboxWays(webMoneyUrl: string | undefined): FundingWays {
  return {
    webmoney:
      webMoneyUrl === undefined
        ? undefined
        : {
            url: webMoneyUrl,
            purses: ['Z123456789012', 'E123456789012'],
            secretKey: 'webmoney_sandbox',
          },
    westernUnion: { receiver: 'Sample Collector', city: 'Berlin', country: 'DE' },
    boleto: {
      ...{ bank: '001', bankName: 'Banco do Brasil', agencyAccount: '1234-5 / 12345-6' },
      freeField: '0000001234567{number:10}17',
      ...{ beneficiary: 'Danbao Sandbox Ltda', taxId: '11.222.333/0001-81' },
    },
    bank: {
      holder: 'Danbao Sandbox',
      accounts: [
        {
          currency: currency('EUR'),
          iban: 'DE89370400440532013000',
          bic: 'COBADEFFXXX',
          bank: 'Sandbox Bank',
        },
        {
          currency: currency('USD'),
          iban: 'GB29NWBK60161331926819',
          bic: 'NWBKGB2LXXX',
          bank: 'Sandbox Bank',
        },
      ],
    },
  }
}
