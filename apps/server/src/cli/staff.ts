import { createCore, loadSettings } from '@danbao/core'
import { silentLog } from '@danbao/database'
import { systemClock } from '@danbao/kernel'
import { createFirstAdministrator, type PeopleDeps, resetStaffAccess } from '@danbao/people'
import { z } from 'zod'
import { atPort, type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase, setUpInstallation } from '../open-database.ts'
import { openPeopleDeps } from '../people/index.ts'

interface StaffOptions {
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly 'second-factor'?: boolean | undefined
  readonly password?: boolean | undefined
  readonly mail?: boolean | undefined
}

const USAGE = `danbao staff create --email ADDRESS --name NAME
danbao staff reset --email ADDRESS [--second-factor] [--password [--mail]]`

/**
 * Makes the first administrator, who appoints everybody else in the console, or lets a member in
 * again whom nobody else can help. Prints the link that sets the password; works beside a running
 * server.
 */
export async function staffCommand(
  config: Config,
  [action]: readonly string[],
  options: StaffOptions,
): Promise<number> {
  const work = action === 'reset' ? resetAccess(options) : createFirst(action, options)
  const clock = systemClock()
  const database = await openConfiguredDatabase(config, silentLog)
  const core = createCore({ database, clock })
  try {
    await setUpInstallation(database.pool, config, clock)
    const { mode } = await loadSettings(database.pool)
    const parts = { config: atPort(config, config.port), core, mode, clock }
    console.log(await work(await openPeopleDeps(parts)))
    return 0
  } finally {
    await core.close()
    await database.close()
  }
}

/** Answers what is said to the operator. */
type Work = (deps: PeopleDeps) => Promise<string>

function createFirst(action: string | undefined, { email, name }: StaffOptions): Work {
  const asked = z.object({ email: z.email(), name: z.string().min(1) }).safeParse({ email, name })
  if (action !== 'create' || !asked.success) throw new OperatorError(USAGE)
  return async (deps) => {
    const made = await createFirstAdministrator(deps, asked.data)
    if (!made.ok) throw new OperatorError(REFUSED[made.refusal])
    return made.value.link
  }
}

function resetAccess({ email, password = false, mail = false, ...options }: StaffOptions): Work {
  const secondFactor = options['second-factor'] ?? false
  const makesSense = password || (secondFactor && !mail)
  if (email === undefined || !makesSense) throw new OperatorError(USAGE)
  const link = password ? (mail ? 'mailed' : 'shown') : undefined
  return async (deps) => {
    const done = await resetStaffAccess(deps, { email, secondFactor, link })
    if (!done.ok) throw new OperatorError(REFUSED[done.refusal])
    return done.value.link ?? (link === 'mailed' ? 'A link is on its way.' : 'Done.')
  }
}

const REFUSED = {
  administrator_exists: 'There is an administrator already, who appoints others in the console.',
  email_in_use: 'Somebody of the staff has this address.',
  unknown: 'Nobody of the staff has this address.',
  disabled: 'This member is disabled. An administrator can enable them in the console.',
  no_factor: 'This member has no second factor: the next sign-in sets one up.',
}
