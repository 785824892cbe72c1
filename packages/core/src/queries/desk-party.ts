import type { DeskParty } from '@danbao/contracts/console'
import { encodeId } from '@danbao/kernel'
import type { RowReader } from '@danbao/database'

/** What `readParty` reads, in its order, of an `app.account`. */
export function partyColumns(alias: string): string {
  return `${alias}.id, ${alias}.name, ${alias}.has_login`
}

/** Somebody as staff see them; null: nobody. */
export function readParty(r: RowReader): DeskParty | null {
  const [id, name, hasWallet] = [r.maybeText(), r.maybeText(), r.maybeText()]
  return id === null
    ? null
    : { id: encodeId('acc', id), name: name ?? '', has_wallet: hasWallet === 't' }
}

/** The same where there always is somebody. */
export function readKnownParty(r: RowReader): DeskParty {
  return { id: encodeId('acc', r.text()), name: r.text(), has_wallet: r.boolean() }
}
