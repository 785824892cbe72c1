import { changePaymentCheck, loadSettings, PAYMENT_CHECKS } from '@danbao/core'
import { silentLog } from '@danbao/database'
import { type Config, OperatorError } from '../config.ts'
import { openConfiguredDatabase } from '../open-database.ts'

/** Shows what holds for the database, or changes the one thing that may be changed. */
export async function settingsCommand(config: Config, words: readonly string[]): Promise<number> {
  const [name, value] = words
  const check = PAYMENT_CHECKS.find((one) => one === value)
  if (name !== undefined && (name !== 'payment-check' || check === undefined)) {
    throw new OperatorError('danbao settings payment-check manual|approve')
  }
  const database = await openConfiguredDatabase(config, silentLog, { mustExist: true })
  try {
    if (check !== undefined && !(await changePaymentCheck(database.pool, check))) {
      throw new OperatorError('In a live database payments are always checked.')
    }
    const { mode, paymentCheck, limits, currencies } = await loadSettings(database.pool)
    console.log(`mode ${mode}\npayment-check ${paymentCheck}\nlimits ${limits ? 'on' : 'off'}`)
    console.log(`currencies ${[...currencies].join(' ')}`)
    return 0
  } finally {
    await database.close()
  }
}
