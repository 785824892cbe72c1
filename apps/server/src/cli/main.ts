import { parseArgs } from 'node:util'
import { OperatorError, readConfig } from '../config.ts'
import { auditCommand } from './audit.ts'
import { importCommand } from './import.ts'
import { keysCommand } from './keys.ts'
import { replayCommand } from './replay.ts'
import { settingsCommand } from './settings.ts'
import { staffCommand } from './staff.ts'
import { startCommand } from './start.ts'

const USAGE = `danbao start                       the API, the wallet and the console
danbao keys create --marketplace NAME | --operator
danbao keys list
danbao keys revoke KEY_ID
danbao staff create --email ADDRESS --name NAME   the first administrator
danbao staff reset --email ADDRESS [--second-factor] [--password [--mail]]
danbao settings [payment-check manual|approve]
danbao audit [--json] [--database NAME]
danbao import FILE                 camt.053, camt.054, MT940, CNAB, agents' CSV
danbao replay FOLDER [--report FILE] [--database NAME]

Environment: PORT (8080), HOST (127.0.0.1), DATA_DIR (./data), DATABASE_URL,
DANBAO_MODE (sandbox or live, when the database is made), REQUESTS_PER_MINUTE (600000, with
one key), LOG_LEVEL (warn), PUBLIC_URL, TRUSTED_PROXIES (0), DANBAO_SECRET, SMTP_URL, MAIL_FROM,
SUPPORT_EMAIL, SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET,
STRIPE_API_URL, RAILS_FILE, WEBMONEY_SECRET_KEY, WEBMONEY_X20, FILES_DIR, and in a sandbox
OUTSIDE_WORLD (on or off), SANDBOX_PORT (8090), SMTP_PORT (8025), MARKET_PORT (8070)`

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  const config = readConfig(process.env)
  const [command, ...rest] = positionals
  if (values.help === true) return say(USAGE)
  switch (command) {
    case 'start':
      return startCommand(config)
    case 'keys':
      return keysCommand(config, rest, values)
    case 'staff':
      return staffCommand(config, rest, values)
    case 'settings':
      return settingsCommand(config, rest)
    case 'audit':
      return auditCommand(config, values)
    case 'import':
      return importCommand(config, rest)
    case 'replay':
      return replayCommand(config, rest, values)
    default:
      console.error(USAGE)
      return 2
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        operator: { type: 'boolean' },
        email: { type: 'string' },
        name: { type: 'string' },
        'second-factor': { type: 'boolean' },
        password: { type: 'boolean' },
        mail: { type: 'boolean' },
        marketplace: { type: 'string' },
        json: { type: 'boolean' },
        report: { type: 'string' },
        database: { type: 'string' },
      },
    })
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

function say(text: string): number {
  console.log(text)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error)
  process.exitCode = 1
}
