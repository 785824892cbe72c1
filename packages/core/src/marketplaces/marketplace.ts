import { createHash } from 'node:crypto'
import type { MarketplaceBrand } from '@danbao/contracts'
import type { MarketplaceRef } from '@danbao/contracts/console'
import { encodeId, type Instant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { type DefaultTerms, readTerms, TERM_COLUMNS } from './terms.ts'

/** Who sells by this installation, as it has settled itself. */
export interface Marketplace {
  readonly id: Uuid
  /** As the operator knows it. */
  readonly name: string
  readonly createdAt: Instant
  /** What the way back from a checkout is signed with. */
  readonly returnSecret: string
  readonly terms: DefaultTerms
  readonly brand: Brand
}

/** How it shows itself to people. */
export interface Brand {
  /** Null: by its name. */
  readonly displayName: string | null
  /** `#rrggbb` */
  readonly color: string | null
  /** Of the logo it has; null: none. */
  readonly logoVersion: string | null
}

const COLUMNS = `id, name, created_at, return_secret, ${TERM_COLUMNS}, display_name, color, logo_version`

function readMarketplace(row: TextRow): Marketplace {
  const r = readRow(row)
  return {
    id: r.text(),
    name: r.text(),
    createdAt: r.instant(),
    returnSecret: r.text(),
    terms: readTerms(r),
    brand: { displayName: r.maybeText(), color: r.maybeText(), logoVersion: r.maybeText() },
  }
}

/** All of them, or the one of this id, by their names. */
export async function listMarketplaces(
  client: Queryable,
  only: Uuid | null,
): Promise<readonly Marketplace[]> {
  const rows = await queryText(
    client,
    `SELECT ${COLUMNS} FROM app.marketplace WHERE $1::uuid IS NULL OR id = $1 ORDER BY name, id`,
    [only],
  )
  return rows.map(readMarketplace)
}

export async function findMarketplace(
  client: Queryable,
  id: Uuid,
): Promise<Marketplace | undefined> {
  return (await listMarketplaces(client, id))[0]
}

export async function findMarketplaceByName(
  client: Queryable,
  name: string,
): Promise<Marketplace | undefined> {
  const sql = `SELECT ${COLUMNS} FROM app.marketplace WHERE name = $1`
  return (await queryText(client, sql, [name])).map(readMarketplace)[0]
}

export function viewRef({ id, name }: Pick<Marketplace, 'id' | 'name'>): MarketplaceRef {
  return { id: encodeId('mkt', id), name }
}

/** What people see. The logo's address holds its version: browsers may keep it for ever. */
export function viewBrand({
  id,
  name,
  brand: { displayName, color, logoVersion },
}: Pick<Marketplace, 'id' | 'name' | 'brand'>): MarketplaceBrand {
  const logo = `/wallet/api/marketplaces/${encodeId('mkt', id)}/logo?version=${logoVersion}`
  return { name: displayName ?? name, color, logo_url: logoVersion === null ? null : logo }
}

export async function changeBrand(
  client: Queryable,
  id: Uuid,
  { displayName, color }: Pick<Brand, 'displayName' | 'color'>,
): Promise<void> {
  await client.query('UPDATE app.marketplace SET display_name = $2, color = $3 WHERE id = $1', [
    id,
    displayName,
    color,
  ])
}

/** A PNG picture; null takes the present one away. */
export async function changeLogo(
  client: Queryable,
  id: Uuid,
  png: Uint8Array | null,
): Promise<void> {
  const version = png === null ? null : createHash('sha256').update(png).digest('hex').slice(0, 16)
  await client.query('UPDATE app.marketplace SET logo = $2, logo_version = $3 WHERE id = $1', [
    id,
    png === null ? null : Buffer.from(png),
    version,
  ])
}

/** Undefined: it has no logo, or another one by now. */
export async function readLogo(
  client: Queryable,
  id: Uuid,
  version: string,
): Promise<Uint8Array | undefined> {
  const { rows } = await client.query<{ readonly logo: Buffer }>(
    'SELECT logo FROM app.marketplace WHERE id = $1 AND logo_version = $2',
    [id, version],
  )
  return rows[0]?.logo
}
