import type { Condition } from '@danbao/database'
import { decodeId } from '@danbao/kernel'
import { beginningOf, nameBegins } from '../person-page/find-people.ts'

interface AboutWhom {
  readonly by: 'account' | 'email' | 'name'
  readonly condition: Condition
}

/** What is meant follows from how it looks: an address is whole, a name is found by its beginning. */
export function aboutWhom(person: string): AboutWhom {
  const account = decodeId('acc', person)
  if (account.ok) return { by: 'account', condition: ['e.person_id = ?', account.value] }
  if (person.includes('@')) {
    return { by: 'email', condition: [whereThey('lower(p.email) = lower(?)'), person] }
  }
  return { by: 'name', condition: [whereThey(nameBegins('?')), beginningOf(person)] }
}

const whereThey = (are: string): string =>
  `e.person_id IN (SELECT p.id FROM people.person AS p WHERE ${are})`
