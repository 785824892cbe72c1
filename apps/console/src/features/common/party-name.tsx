import type { DeskParty } from '@danbao/contracts/console'
import { TextLink } from '@danbao/ui'
import { useMay } from '../../session.ts'

/** One side of a payment; a link where there is a page of theirs that the member may open. */
export function PartyName({ party }: { readonly party: DeskParty | null }) {
  const may = useMay()
  if (party === null) return '—'
  if (!party.has_wallet || !may('person.read')) return party.name
  return <TextLink href={`/people/${party.id}`}>{party.name}</TextLink>
}
