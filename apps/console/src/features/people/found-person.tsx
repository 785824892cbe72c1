import type { PersonRef } from '@danbao/contracts/console'
import { Avatar, Link } from '@danbao/ui'
import { ChevronRight } from 'lucide-react'
import { Level, PersonState } from '../common/person-state.tsx'

/** One person of a search; the whole row leads to their page. */
export function FoundPerson({ person }: { readonly person: PersonRef }) {
  const { id, name, email, phone, level, state } = person
  return (
    <Link
      href={`/people/${id}`}
      className="-mx-2 flex items-center gap-3 rounded-card px-2 py-3 hover:bg-well"
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1">
        <span className="block font-strong break-words">{name}</span>
        <span className="block text-small break-all text-ink-soft">{email}</span>
        {phone !== null && <span className="block text-small text-ink-soft">{phone}</span>}
        <span className="mt-1 flex flex-wrap gap-1.5">
          <Level level={level} />
          <PersonState state={state} />
        </span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-soft rtl:rotate-180" />
    </Link>
  )
}
