import { createSandbox } from './create-sandbox.ts'

// Runs the sandbox as a process of its own: one line of JSON tells whoever started it that it is
// ready, or why not. It stops when it is told to, and when its standard input closes: that is how
// it learns that its parent is gone, however it went.

const {
  SANDBOX_PORT: webPort = '8090',
  SMTP_PORT: smtpPort = '8025',
  HOST: host = '127.0.0.1',
  FILES_DIR: filesFolder,
} = process.env

function tell(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

try {
  const ports = { webPort: Number(webPort), smtpPort: Number(smtpPort) }
  const sandbox = await createSandbox({
    ...ports,
    host,
    ...(filesFolder === undefined ? {} : { filesFolder }),
  })
  const { url, smtpUrl, smsUrl, cardsUrl, webMoneyUrl, ratesUrl } = sandbox
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void sandbox.close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  // Ctrl-C reaches the whole group of processes; a parent, which got it too, says when to stop.
  process.on('SIGINT', process.stdin.isTTY ? stop : () => {})
  process.stdin.on('end', stop).on('close', stop).on('error', stop).resume()
  tell({ ready: true, url, smtpUrl, smsUrl, cardsUrl, webMoneyUrl, ratesUrl })
} catch (error) {
  const failed = error instanceof Error ? error : new Error(String(error))
  const code: unknown = Reflect.get(failed, 'code')
  const port: unknown = Reflect.get(failed, 'port')
  tell({ ready: false, code, port, message: failed.message })
  process.exitCode = 1
}
