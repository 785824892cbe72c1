import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const ENTRY = new URL('../../../../apps/sandbox/src/main.ts', import.meta.url)

const ready = z.object({ url: z.string(), smtpUrl: z.string(), smsUrl: z.string() })
const mails = z.object({
  mails: z.array(
    z.object({
      to: z.array(z.string()),
      from: z.string(),
      subject: z.string(),
      text: z.string(),
      html: z.string(),
      date: z.string(),
      messageId: z.string(),
      links: z.array(z.string()),
    }),
  ),
})
const sms = z.object({ sms: z.array(z.object({ to: z.array(z.string()), text: z.string() })) })

export type ReceivedMail = z.infer<typeof mails>['mails'][number]
export type ReceivedSms = z.infer<typeof sms>['sms'][number]

/** A real mail server and SMS gateway, in a process of their own. */
export interface TestSandbox extends z.infer<typeof ready> {
  mails(to?: string): Promise<readonly ReceivedMail[]>
  sms(to?: string): Promise<readonly ReceivedSms[]>
  close(): Promise<void>
}

/** On any free ports, or again where one was before. */
export async function openTestSandbox(smtpPort = '0'): Promise<TestSandbox> {
  const child = spawn(process.execPath, [fileURLToPath(ENTRY)], {
    env: { SANDBOX_PORT: '0', SMTP_PORT: smtpPort },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line]: unknown[] = await once(createInterface({ input: child.stdout }), 'line')
  const addresses = ready.parse(JSON.parse(z.string().parse(line)))
  const ask = async (kind: string, to: string): Promise<unknown> =>
    (await fetch(`${addresses.url}/api/${kind}?${new URLSearchParams({ to })}`)).json()
  return {
    ...addresses,
    mails: async (to = '') => mails.parse(await ask('mails', to)).mails,
    sms: async (to = '') => sms.parse(await ask('sms', to)).sms,
    close: () => end(child),
  }
}

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close')
  // As when the process that started it is gone.
  child.stdin?.end()
  await closed
}
