import { createHash } from 'node:crypto'
import { decodeId, type IdPrefix, type Instant, type Uuid, uuidOfHash } from '@danbao/kernel'
import { z } from 'zod'
import type { Core } from '../core.ts'
import type { Command } from '../engine/command.ts'

/** One command of the replay, named so that a repetition is the same request. */
export interface ReplayedCommand {
  /** What it does to what, in words; unique in the replay. */
  readonly name: string
  readonly at: Instant
  readonly command: Command
  /** It may come too late, because a timer was first. */
  readonly mayBeLate?: boolean
}

/** Runs a command of the replay; a refusal ends the replay. */
export type RunCommand = (replayed: ReplayedCommand) => Promise<string>

const problem = z.object({ code: z.string(), detail: z.string() })

export function createRunCommand(core: Pick<Core, 'execute'>): RunCommand {
  return async ({ name, at, command, mayBeLate = false }) => {
    const id = commandId(name)
    const answer = await core.execute({ command, at, idempotency: { id, fingerprint: id } })
    if (answer.status < 400) return answer.body
    const { code, detail } = problem.parse(JSON.parse(answer.body))
    if (mayBeLate && code === 'wrong_state') return answer.body
    throw new Error(`The replay can not go on: "${name}" was refused with ${code}. ${detail}`)
  }
}

/** The idempotency id that a command always has: what was done before is not done again. */
export function commandId(name: string): Uuid {
  return uuidOfHash(createHash('sha256').update(`replay ${name}`).digest('hex'))
}

const withId = z.object({ id: z.string() })
const withPayments = z.object({ payments: z.array(withId) })

/** The id of the object in an answer. */
export function idIn(body: string, prefix: IdPrefix): Uuid {
  return decode(prefix, withId.parse(JSON.parse(body)).id)
}

/** The ids of a checkout's payments, in the order in which they were asked for. */
export function paymentIdsIn(body: string): readonly Uuid[] {
  return withPayments.parse(JSON.parse(body)).payments.map(({ id }) => decode('pay', id))
}

function decode(prefix: IdPrefix, text: string): Uuid {
  const decoded = decodeId(prefix, text)
  if (!decoded.ok) throw new Error(`"${text}" is no id with the prefix ${prefix}.`)
  return decoded.value
}
