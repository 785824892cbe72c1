import type { Refusal } from '@danbao/contracts'
import type { StatementFormat, statementRoutes } from '@danbao/contracts/wallet'
import { queries } from '@danbao/core'
import {
  accept,
  formatInstant,
  type Instant,
  instant,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import { writeCamt053 } from '@danbao/rails'
import { readAccountName } from '../base/account-name.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import type { Language } from '../base/person.ts'
import { showPayment } from '../payments/index.ts'
import { findPeriod, type Wanted } from './period.ts'
import { drawReceipt } from './receipt-pdf.ts'
import { dayOf, type StatementDocument, sums, toDocument } from './statement.ts'
import { writeCsv } from './statement-csv.ts'
import { drawStatement } from './statement-pdf.ts'

/** What people take to their bookkeeping: statements of a period, receipts of payments. */
export function createStatementHandlers(
  deps: PeopleDeps,
): WalletPart<keyof typeof statementRoutes> {
  const { pool } = deps
  return {
    async listStatementAccounts({ personId }) {
      return accept({
        body: { object: 'list', data: [...(await queries.listBooks(pool, personId))] },
      })
    },

    async getStatement({ personId }, { query }) {
      const found = await findPeriod(pool, personId, query)
      if (!found.ok) return found
      const { opening, closing, lines, asked } = found.value
      const { came, went } = sums(lines)
      const amount = (minor: bigint) => ({ value: minor.toString(), currency: asked.currency })
      return accept({
        body: {
          object: 'statement',
          opening: amount(opening),
          came: amount(came),
          went: amount(went),
          closing: amount(closing),
          lines: lines.length,
        },
      })
    },

    async getStatementFile({ personId }, { query: { format, language, ...wanted } }) {
      const document = await compose(deps, personId, { ...wanted, language })
      if (!document.ok) return document
      const { mediaType, write } = FORMATS[format]
      const bytes = await write(document.value, language)
      return accept({ body: { mediaType, bytes } })
    },

    async getReceipt(who, { params: { id }, query: { language } }) {
      const own = await showPayment(deps, who, id)
      if (!own.ok) return own
      const name = await readAccountName(pool, who.personId)
      const bytes = await drawReceipt({ own: own.value, name, language })
      return accept({ body: { mediaType: 'application/pdf', bytes } })
    },
  }
}

async function compose(
  { pool, now }: PeopleDeps,
  personId: Uuid,
  { language, ...wanted }: Wanted & { readonly language: Language },
): Promise<Result<StatementDocument, Refusal>> {
  const found = await findPeriod(pool, personId, wanted)
  if (!found.ok) return found
  const owner = await readAccountName(pool, personId)
  return accept(toDocument(found.value, { owner, language, made: await now() }))
}

interface Format {
  readonly mediaType: string
  write(document: StatementDocument, language: Language): Promise<Uint8Array> | Uint8Array
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const FORMATS: Readonly<Record<StatementFormat, Format>> = {
  pdf: { mediaType: 'application/pdf', write: drawStatement },
  csv: {
    mediaType: 'text/csv; charset=utf-8',
    write: (document, language) => utf8(writeCsv(document, language)),
  },
  'camt.053': { mediaType: 'application/xml', write: (document) => utf8(toCamt053(document)) },
}

/** '20261101'. */
const compact = (at: Instant): string => dayOf(at).replaceAll('-', '')

function toCamt053(document: StatementDocument): string {
  const { account, owner, currency, from, until, made, opening, closing, lines, book } = document
  return writeCamt053({
    ...{ account, owner, currency, opening, closing },
    // The same period is the same statement, whenever it is asked for.
    id: [book, currency, compact(from), compact(instant(until - 1))].join('-'),
    createdAt: formatInstant(made),
    from: formatInstant(from),
    until: formatInstant(until),
    entries: lines.map((line) => ({
      ...{ reference: line.id, change: line.change, at: formatInstant(line.at), code: line.code },
      ...{ counterpart: line.counterpart, subject: line.subject, text: line.description },
    })),
  })
}
