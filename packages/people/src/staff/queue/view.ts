import type { CaseKind, QueueCase } from '@danbao/contracts/console'
import {
  encodeId,
  formatInstant,
  type IdPrefix,
  type Instant,
  invariant,
  type Uuid,
} from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import { refOf } from '../member.ts'
import { readBalances, stakesOf } from '../person-page/balances.ts'
import type { CasePerson, StaffCase } from './case-store.ts'

const SUBJECT_PREFIX: Readonly<Record<CaseKind, IdPrefix>> = {
  identity: 'idc',
  recovery: 'rec',
  closure: 'clo',
}

export async function viewCase(
  deps: PeopleDeps,
  found: StaffCase,
  now: Instant,
): Promise<QueueCase> {
  const { id, kind, subjectId, openedAt, dueAt, person, assignee } = found
  return {
    id: encodeId('cas', id),
    kind,
    subject: encodeId(SUBJECT_PREFIX[kind], subjectId),
    opened_at: formatInstant(openedAt),
    due_at: formatInstant(dueAt),
    overdue: dueAt <= now,
    person: person === null ? null : viewPerson(person),
    stakes: person === null ? [] : await readStakes(deps, person.id, now),
    assigned_to: assignee === null ? null : refOf(assignee),
  }
}

async function readStakes(deps: PeopleDeps, id: Uuid, now: Instant): Promise<QueueCase['stakes']> {
  return stakesOf(await readBalances(deps, id, now))
}

function viewPerson({ id, level, frozen, ...names }: CasePerson): QueueCase['person'] {
  invariant(level === 0 || level === 1 || level === 2, `${level} is no level`)
  return { id: encodeId('acc', id), initials: initialsOf(names), level, frozen }
}

/** Two letters at most, or one character of a name that is written without spaces. */
export function initialsOf({
  givenName,
  familyName,
}: Pick<CasePerson, 'givenName' | 'familyName'>): string {
  return [givenName, familyName]
    .map((name) => [...(name ?? '').trim()][0] ?? '')
    .join('')
    .toUpperCase()
}
