import type { StaffMemberView } from '@danbao/contracts/console'
import { marketplaces } from '@danbao/core'
import { encodeId, formatInstant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow, type TextRow } from '@danbao/database'
import { parseRoles } from '../member.ts'

const SELECT = `
  SELECT s.id, s.name, s.email, array_to_string(s.roles, ','), s.disabled_at IS NOT NULL,
    s.password_hash IS NOT NULL,
    EXISTS (SELECT FROM people.totp WHERE owner_id = s.id AND confirmed_at IS NOT NULL),
    EXISTS (SELECT FROM people.approval
      WHERE kind = 'staff_admin' AND subject_id = s.id AND state = 'open'),
    (SELECT max(last_seen_at) FROM people.session WHERE staff_id = s.id AND kind = 'full'),
    s.created_at, s.marketplace_id, m.name
  FROM people.staff AS s LEFT JOIN app.marketplace AS m ON m.id = s.marketplace_id`

export async function listMembers(client: Queryable): Promise<StaffMemberView[]> {
  const rows = await queryText(client, `${SELECT} ORDER BY s.disabled_at IS NOT NULL, s.name, s.id`)
  return rows.map(toView)
}

export async function viewMember(client: Queryable, id: Uuid): Promise<StaffMemberView> {
  const [row] = await queryText(client, `${SELECT} WHERE s.id = $1`, [id])
  invariant(row !== undefined, 'a member of staff is never deleted')
  return toView(row)
}

function toView(row: TextRow): StaffMemberView {
  const r = readRow(row)
  const [id, name, email, roles] = [r.text(), r.text(), r.text(), parseRoles(r.text())]
  const [disabled, hasPassword, hasFactor] = [r.boolean(), r.boolean(), r.boolean()]
  const requested = r.boolean()
  const lastSeenAt = r.maybeInstant()
  const createdAt = r.instant()
  const [marketplaceId, marketplaceName] = [r.maybeText(), r.maybeText()]
  const joining = hasPassword ? 'enrolling' : 'invited'
  return {
    id: encodeId('stf', id),
    name,
    email,
    roles: [...roles],
    marketplace:
      marketplaceId === null
        ? null
        : marketplaces.viewRef({ id: marketplaceId, name: marketplaceName ?? '' }),
    state: disabled ? 'disabled' : hasPassword && hasFactor ? 'active' : joining,
    administrator_requested: requested,
    last_seen_at: lastSeenAt === null ? null : formatInstant(lastSeenAt),
    created_at: formatInstant(createdAt),
  }
}
