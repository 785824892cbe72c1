import { hash } from 'node:crypto'
import type { Command, PersonCaller } from '@danbao/core'
import { APP_REFUSALS, REFUSALS, type Refusal } from '@danbao/contracts'
import { accept, refuse, type Result, type Uuid, uuidOfHash } from '@danbao/kernel'
import { z } from 'zod'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor } from '../base/handling.ts'

/** Who is signed in, as the money core knows them. */
export function callerOf({ personId }: Pick<PersonVisitor, 'personId'>): PersonCaller {
  return { kind: 'person', personId }
}

export interface Act {
  readonly command: Command
  /** Of the form: what was carried out for it once is not carried out again. */
  readonly key: string
  /** What, and of what: another act with the same key is refused. */
  readonly what: readonly unknown[]
}

/**
 * Has the money core carry it out; the answer is the object as it became, in JSON. A refusal is
 * not remembered: who has topped up the wallet meanwhile presses the same button again.
 */
export function act(
  deps: PeopleDeps,
  who: Pick<PersonVisitor, 'personId'>,
  change: Act,
): Promise<Result<unknown, Refusal>> {
  return carryOut(deps, `person ${who.personId}`, change)
}

/** The same for somebody else: `scope` keeps the keys of one apart from those of all others. */
export async function carryOut(
  deps: Pick<PeopleDeps, 'core'>,
  scope: string,
  { command, key, what }: Act,
): Promise<Result<unknown, Refusal>> {
  const { status, body } = await deps.core.execute({
    command,
    idempotency: {
      id: digest(`${scope}\n${key}`),
      fingerprint: digest(JSON.stringify(what)),
      doneOnly: true,
    },
  })
  const answer: unknown = JSON.parse(body)
  return status < 400 ? accept(answer) : refuse(readProblem(answer))
}

function digest(text: string): Uuid {
  return uuidOfHash(hash('sha256', text, 'hex'))
}

const CODES = { ...REFUSALS, ...APP_REFUSALS }
const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string().refine((code): code is Refusal['code'] => Object.hasOwn(CODES, code)),
    detail: z.string(),
  })
  .transform(({ type: _type, title: _title, status: _status, code, detail, ...members }) => ({
    code,
    detail,
    members: z
      .record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]))
      .parse(members),
  }))

/** The refusal behind problem details, as they were made of one. */
function readProblem(answer: unknown): Refusal {
  return problem.parse(answer)
}
