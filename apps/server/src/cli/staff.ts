import { createCore, loadSettings } from '@danbao/core'
import { silentLog } from '@danbao/database'
import { systemClock } from '@danbao/kernel'
import { createFirstAdministrator } from '@danbao/people'
import { z } from 'zod'
import { atPort, type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase, setUpInstallation } from '../open-database.ts'
import { openPeopleDeps } from '../people/index.ts'

interface StaffOptions {
  readonly email?: string | undefined
  readonly name?: string | undefined
}

const USAGE = 'danbao staff create --email ADDRESS --name NAME'

/**
 * Makes the first administrator, who appoints everybody else in the console. Prints the link that
 * sets the password; works beside a running server.
 */
export async function staffCommand(
  config: Config,
  [action]: readonly string[],
  { email, name }: StaffOptions,
): Promise<number> {
  const asked = z.object({ email: z.email(), name: z.string().min(1) }).safeParse({ email, name })
  if (action !== 'create' || !asked.success) throw new OperatorError(USAGE)
  const clock = systemClock()
  const database = await openConfiguredDatabase(config, silentLog)
  const core = createCore({ database, clock })
  try {
    await setUpInstallation(database.pool, config, clock)
    const { mode } = await loadSettings(database.pool)
    const parts = { config: atPort(config, config.port), core, mode, clock }
    const made = await createFirstAdministrator(await openPeopleDeps(parts), asked.data)
    if (!made.ok) throw new OperatorError(REFUSED[made.refusal])
    console.log(made.value.link)
    return 0
  } finally {
    await core.close()
    await database.close()
  }
}

const REFUSED = {
  administrator_exists: 'There is an administrator already, who appoints others in the console.',
  email_in_use: 'Somebody of the staff has this address.',
}
