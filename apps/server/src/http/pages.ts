import {
  ALL_REFUSALS,
  REFUSALS,
  type RefusalCode,
  refusalsOf,
  ROUTE_NAMES,
  routes,
} from '@danbao/contracts'
import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from './api-port.ts'
import { APP_EXPLANATIONS } from './app-explanations.ts'
import { EXPLANATIONS } from './explanations.ts'
import { sendRefusal } from './problems.ts'
import { START_STYLE, startPage } from './start-page.ts'

type PageDeps = Pick<HttpDeps, 'version' | 'mode' | 'doors'>

const HTML = 'text/html; charset=utf-8'
const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}
code{background:#8882;padding:.1em .3em;border-radius:.2em}`
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** A start page with the links, and a page for every code of a problem. */
export function addPages(app: FastifyInstance, { mode, version, doors }: PageDeps): void {
  const about = `Escrow payments, ${mode} mode, version ${version}.`
  const start = page('Danbao', startPage(about, doors ?? []), START_STYLE)
  app.get('/', (_request, reply) =>
    reply.header('content-security-policy', POLICY).type(HTML).send(start),
  )
  app.get<{ Params: { code: string } }>('/problems/:code', (request, reply) => {
    const { code } = request.params
    if (!isExplained(code)) {
      return sendRefusal(reply, { code: 'not_found', detail: 'There is no such code.' })
    }
    return reply.header('content-security-policy', POLICY).type(HTML).send(problemPage(code))
  })
}

const ALL_EXPLANATIONS = { ...EXPLANATIONS, ...APP_EXPLANATIONS }
type Code = keyof typeof ALL_EXPLANATIONS

const isExplained = (code: string): code is Code => Object.hasOwn(ALL_REFUSALS, code)
const isOfApi = (code: Code): code is RefusalCode => Object.hasOwn(REFUSALS, code)

function problemPage(code: Code): string {
  const [status, title] = ALL_REFUSALS[code]
  return page(
    title,
    `<p>HTTP ${status}, code <code>${code}</code></p><p>${ALL_EXPLANATIONS[code]}</p>${metBy(code)}
<p><a href="/docs">API reference</a></p>`,
  )
}

function metBy(code: Code): string {
  if (!isOfApi(code)) return '<p>The wallet and the console get it, the API never.</p>'
  const names = ROUTE_NAMES.filter((name) => refusalsOf(routes[name]).includes(code))
  const where = names.length === ROUTE_NAMES.length ? 'all' : names.join(', ')
  return names.length === 0 ? '' : `<p>Operations: ${where}.</p>`
}

const page = (title: string, body: string, style = STYLE): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${style}</style></head>
<body><h1>${title}</h1>${body}</body></html>
`
