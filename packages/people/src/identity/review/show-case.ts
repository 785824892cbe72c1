import { type IdentityCaseView } from '@danbao/contracts/console'
import { LEVELS } from '@danbao/contracts'
import { encodeId, formatInstant, invariant, type Uuid } from '@danbao/kernel'
import { type Queryable, queryText, readRow } from '@danbao/database'
import type { PeopleDeps } from '../../base/deps.ts'
import { readPerson } from '../../base/person.ts'
import { readAccount } from '../../settings/index.ts'
import type { IdentityCheck } from '../check.ts'
import { listChecks } from '../check-store.ts'
import { maybeTime, showCheck, viewReason } from '../view-check.ts'

/** Everything that staff look at to decide. */
export async function showCase(
  client: Queryable,
  deps: Pick<PeopleDeps, 'vault'>,
  check: IdentityCheck,
): Promise<IdentityCaseView> {
  const checks = await listChecks(client, deps.vault, check.personId)
  return {
    object: 'identity_case',
    case: await viewStaffCase(client, check.id),
    check: { ...(await showCheck(client, deps, check.id)), mrz: check.data.mrz },
    person: await viewPerson(client, deps, check.personId),
    earlier: checks
      .filter(({ id }) => id < check.id)
      .map((one) => ({
        id: encodeId('idc', one.id),
        state: one.state,
        document_type: one.documentType,
        reason: viewReason(one),
        created_at: formatInstant(one.createdAt),
        decided_at: maybeTime(one.decidedAt),
      })),
  }
}

async function viewStaffCase(client: Queryable, checkId: Uuid): Promise<IdentityCaseView['case']> {
  const rows = await queryText(
    client,
    `SELECT id, opened_at, due_at, assigned_to, closed_at FROM people.staff_case
     WHERE subject_id = $1`,
    [checkId],
  )
  const [found] = rows.map((row) => {
    const r = readRow(row)
    const head = { id: encodeId('cas', r.text()), opened_at: formatInstant(r.instant()) }
    const dueAt = formatInstant(r.instant())
    const assignee = r.maybeText()
    const assigned = assignee === null ? null : encodeId('stf', assignee)
    return { ...head, due_at: dueAt, assigned_to: assigned, closed_at: maybeTime(r.maybeInstant()) }
  })
  return found ?? null
}

async function viewPerson(
  client: Queryable,
  { vault }: Pick<PeopleDeps, 'vault'>,
  personId: Uuid,
): Promise<IdentityCaseView['person']> {
  const person = await readPerson(client, personId)
  invariant(person !== undefined, 'a check belongs to a person')
  const account = await readAccount(client, personId)
  const level = LEVELS.find((one) => one === account.level) ?? 0
  const number = person.documentNumber
  return {
    id: encodeId('acc', personId),
    given_name: person.givenName,
    family_name: person.familyName,
    email: person.email,
    country: person.country,
    region: person.region,
    city: person.city,
    level,
    document_type: person.documentType,
    document_number: number === null ? null : vault.open('document_number', number).toString(),
    registered_at: maybeTime(person.registeredAt),
  }
}
