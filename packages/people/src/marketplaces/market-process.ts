import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

// The real demo marketplace in a process of its own, and a browser without script, for tests.

const MAIN = fileURLToPath(new URL('../../../../apps/market/src/main.ts', import.meta.url))

const ready = z.object({
  ready: z.literal(true),
  url: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
})

export interface RunningMarket extends z.output<typeof ready> {
  stop(): Promise<void>
}

export async function startMarket(danbaoUrl: string): Promise<RunningMarket> {
  const child: ChildProcess = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], MARKET_PORT: '0', DANBAO_URL: danbaoUrl },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (child.stdout === null) throw new Error('the market has no output')
  const [line] = await once(createInterface(child.stdout), 'line')
  return {
    ...ready.parse(JSON.parse(String(line))),
    async stop() {
      if (child.exitCode !== null) return
      const exited = once(child, 'exit')
      child.stdin?.end()
      await exited
    },
  }
}

export interface Browser {
  /** Where it ended: the last page of the market, or the address outside it was sent to. */
  open(url: string): Promise<string>
  /** Sends a form of the present page by what is written on its button. */
  press(button: string): Promise<string>
}

/** Reads forms, keeps cookies, follows ways on, and stops where the market's site ends. */
export function openBrowser(market: RunningMarket): Browser {
  const cookies = new Map<string, string>()
  let page = { url: '', text: '' }

  async function go(url: string, form?: URLSearchParams): Promise<string> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    page = { url, text: await answer.text() }
    if (location === null) return url
    const next = new URL(location, url).href
    return next.startsWith(market.url) ? go(next) : next
  }

  return {
    open: (url) => go(url),
    press(label) {
      for (const [, action = '', content = ''] of page.text.matchAll(
        /<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs,
      )) {
        for (const [, attributes = '', inside = ''] of content.matchAll(
          /<button([^>]*)>(.*?)<\/button>/gs,
        )) {
          if (!inside.includes(label)) continue
          const [, name, value = ''] = /name="([^"]+)" value="([^"]+)"/.exec(attributes) ?? []
          const form = new URLSearchParams(name === undefined ? {} : { [name]: value })
          return go(new URL(action, page.url).href, form)
        }
      }
      throw new Error(`there is no button "${label}" on ${page.text}`)
    },
  }
}
