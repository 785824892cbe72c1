import type { Mode } from '@danbao/core'
import type { Config } from '../config.ts'
import type { SandboxAddresses } from '../world.ts'

const CENTRAL_BANK = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml'

/**
 * Where the day's exchange rates are asked for: what RATES_URL says, else the European Central Bank,
 * or what a sandbox brought along. Undefined: nowhere.
 */
export function ratesUrlOf(
  { ratesUrl }: Pick<Config, 'ratesUrl'>,
  { mode, sandbox }: { readonly mode: Mode; readonly sandbox: SandboxAddresses | undefined },
): string | undefined {
  if (ratesUrl !== undefined) return ratesUrl === 'off' ? undefined : ratesUrl
  return mode === 'live' ? CENTRAL_BANK : sandbox?.ratesUrl
}
