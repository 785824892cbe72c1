import type { Verb } from './call.ts'
import type { Cast, Planned } from './cast.ts'
import type { Draft } from './draft.ts'
import type { Random } from './random.ts'

type Actor = Draft['by']

/** Who asks for it: mostly somebody who may. */
export function drawActor(cast: Cast, random: Random, planned: Planned, verb: Verb): Actor {
  // Nobody else can: it is done by whoever is signed in.
  if (verb === 'take') {
    const others = [anybody(cast, random), planned.seller] as const
    return alone(random.chance(0.7) ? planned.buyer : random.pick(others))
  }
  return random.chance(0.93) ? rightActor(random, planned, verb) : wrongActor(cast, random, planned)
}

export const actor = (planned: Planned, as: number | null): Actor => ({
  marketplace: planned.marketplace,
  as,
})

/** A person in their own name. */
const alone = (person: number): Actor => ({ marketplace: null, as: person })

export function anybody(cast: Cast, random: Random): number {
  return random.int(cast.people.length)
}

function rightActor(random: Random, planned: Planned, verb: Verb): Actor {
  const { buyer, seller } = planned
  switch (verb) {
    case 'approve':
    case 'refuse':
    case 'decide':
      return STAFF
    case 'deliver':
    case 'returnDelivered':
      return actor(planned, null)
    case 'ship':
    case 'refund':
    case 'returnReceived':
      return actor(planned, random.chance(0.5) ? null : seller)
    case 'offer':
    case 'escalate':
      return actor(planned, random.pick<number | null>([null, seller, seller, buyer]))
    case 'cancel':
    case 'accept':
    case 'appeal':
      return actor(planned, random.pick<number | null>([null, seller, buyer]))
    case 'payCheckout':
      return random.chance(0.5) ? alone(buyer) : actor(planned, buyer)
    default:
      return actor(planned, buyer)
  }
}

const STAFF: Actor = { marketplace: null, as: null }

function wrongActor(cast: Cast, random: Random, planned: Planned): Actor {
  const other = 1 - planned.marketplace
  return random.pick([
    STAFF,
    { ...STAFF, marketplace: other },
    { marketplace: other, as: planned.buyer },
    actor(planned, null),
    actor(planned, planned.seller),
    actor(planned, planned.buyer),
    actor(planned, anybody(cast, random)),
  ])
}
