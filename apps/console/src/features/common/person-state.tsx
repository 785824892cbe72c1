import type { PersonRef } from '@danbao/contracts/console'
import { Badge, useWords } from '@danbao/ui'
import { CircleSlash, Hourglass, type LucideIcon, PenLine, Snowflake } from 'lucide-react'
import { levelWords, personStateWords } from './kind-words.ts'

type State = PersonRef['state']

const LOOKS: Readonly<
  Record<State, readonly ['neutral' | 'attention' | 'danger', LucideIcon | undefined]>
> = {
  registering: ['neutral', PenLine],
  open: ['neutral', undefined],
  frozen: ['danger', Snowflake],
  resting: ['attention', Hourglass],
  closed: ['neutral', CircleSlash],
}

/** How an account stands, in one word. */
export function PersonState({ state }: { readonly state: State }) {
  const t = useWords(personStateWords)
  const [kind, icon] = LOOKS[state]
  return (
    <Badge kind={kind} {...(icon === undefined ? {} : { icon })}>
      {t(state)}
    </Badge>
  )
}

export function Level({ level }: { readonly level: PersonRef['level'] }) {
  const t = useWords(levelWords)
  return <Badge>{t(`level_${level}`)}</Badge>
}
