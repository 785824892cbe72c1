import type { ConsolePart } from '../../base/handling.ts'
import { accept, decodeId } from '@danbao/kernel'
import type { PeopleDeps } from '../../base/deps.ts'
import { keepSearch } from '../keep-search.ts'
import { escapeLike } from '../like.ts'
import { countSearch } from '../search-rule.ts'
import { findRefs } from './reference.ts'

const MOST = 20

export function createFindPeople(deps: PeopleDeps): ConsolePart<'findPeople'> {
  return {
    async findPeople(who, { body: { query } }) {
      const { pool } = deps
      const now = await deps.now()
      const counted = await countSearch(pool, `find_people:${who.staffId}`, now)
      if (!counted.ok) return counted
      const search = searchFor(query)
      const where = `${search.where} ORDER BY p.id DESC LIMIT ${MOST + 1}`
      const found = await findRefs(pool, { where, values: [search.value], now })
      const data = found.slice(0, MOST)
      const named = data.map(({ id }) => ({ person: id }))
      const kept = { who, action: 'person.searched', by: search.by, found: named, now } as const
      await keepSearch(pool, kept)
      return accept({ body: { data, more: found.length > MOST } })
    },
  }
}

interface Search {
  readonly by: 'account' | 'email' | 'phone' | 'name'
  readonly where: string
  readonly value: string
}

const FULL_NAME = "lower(coalesce(p.given_name, '') || ' ' || coalesce(p.family_name, ''))"
const LAST_NAME_FIRST = "lower(coalesce(p.family_name, '') || ' ' || coalesce(p.given_name, ''))"

/** Whether a name begins so, whichever part of it comes first; `mark` stands for the pattern. */
export const nameBegins = (mark: string): string =>
  `(${FULL_NAME} LIKE lower(${mark}) OR ${LAST_NAME_FIRST} LIKE lower(${mark}))`

/** The pattern of all names that begin with this. */
export const beginningOf = (name: string): string =>
  `${escapeLike(name.trim().replaceAll(/\s+/g, ' '))}%`

/** What is meant follows from how it looks. Names are found by their beginnings. */
export function searchFor(query: string): Search {
  const account = decodeId('acc', query)
  if (account.ok) return { by: 'account', where: 'p.id = $1', value: account.value }
  if (query.includes('@')) {
    const value = `${escapeLike(query)}%`
    return { by: 'email', where: 'lower(p.email) LIKE lower($1)', value }
  }
  const digits = query.replaceAll(/[\s()./-]/g, '')
  if (/^\+?\d{5,}$/.test(digits)) {
    // However it is written, also as within the country: the last digits are the same.
    const last = digits.replace(/^\+?0*/, '')
    const value = `${[...last].toReversed().join('')}%`
    return { by: 'phone', where: 'reverse(p.phone) LIKE $1', value }
  }
  return { by: 'name', where: nameBegins('$1'), value: beginningOf(query) }
}
