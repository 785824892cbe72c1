import { ALL_REFUSALS } from '@danbao/contracts'
import { Counter, Registry } from 'prom-client'
import { expect, it } from 'vitest'
import { createTestApp, get, PAYMENT } from './testing.ts'

const { app } = await createTestApp()

it('is alive while the process lives, and ready when the product is', async () => {
  expect((await app.inject('/healthz')).statusCode).toBe(200)
  expect((await app.inject('/readyz')).json()).toEqual({ status: 'ready' })
  for (const ready of [async () => false, () => Promise.reject(new Error('away'))]) {
    const unready = await createTestApp({ ready })
    expect((await unready.app.inject('/readyz')).statusCode).toBe(503)
    expect((await unready.app.inject('/healthz')).statusCode).toBe(200)
  }
})

it('measures by route, never by address, and tells what others measure', async () => {
  const registry = new Registry()
  new Counter({ name: 'danbao_batches_total', help: 'Batches.', registers: [registry] }).inc(3)
  const measured = await createTestApp({ registry })
  await measured.app.inject(get(`/v1/payments/${PAYMENT}`))
  await measured.app.inject(get('/v1/secret-scan'))
  const { body, headers } = await measured.app.inject('/metrics')
  expect(headers['content-type']).toContain('text/plain')
  expect(body).toContain(
    'danbao_http_request_duration_seconds_count{method="GET",route="/v1/payments/:id",status="200"} 1',
  )
  expect(body).toContain('route="unknown",status="404"} 1')
  expect(body).not.toContain('secret-scan')
  expect(body).toContain('danbao_batches_total 3')
  expect(body).toContain('process_cpu_seconds_total')
})

it('serves the contract', async () => {
  const document = (await app.inject('/v1/openapi.json')).json()
  expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'http://localhost:8080' }] })
  expect(document.paths).toHaveProperty('/v1/sandbox/clock')
  const live = await createTestApp({ mode: 'live' })
  const liveDocument = (await live.app.inject('/v1/openapi.json')).json()
  expect(liveDocument.paths).not.toHaveProperty('/v1/sandbox/clock')
})

it('serves the reference from itself alone', async () => {
  const page = await app.inject('/docs/')
  expect(page.statusCode).toBe(200)
  expect(page.headers['content-security-policy']).toContain("connect-src 'self'")
  const loads = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url)
  expect(loads.length).toBeGreaterThan(0)
  for (const url of loads) {
    const target = new URL(String(url), 'http://localhost/docs/')
    expect(target.host, String(url)).toBe('localhost')
    expect((await app.inject(target.pathname)).statusCode, String(url)).toBe(200)
  }
  expect(page.body).not.toMatch(/https?:\/\/(?!localhost)/)
})

it.each(Object.keys(ALL_REFUSALS))('explains %s on a page', async (code) => {
  const { body, headers, statusCode } = await app.inject(`/problems/${code}`)
  expect(statusCode).toBe(200)
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(body).toContain(`<code>${code}</code>`)
})

it('has no page for a code that does not exist', async () => {
  expect((await app.inject('/problems/toString')).statusCode).toBe(404)
})

it('starts with links that all lead somewhere', async () => {
  const { body } = await app.inject('/')
  const links = [...body.matchAll(/href="([^"]+)"/g)].map(([, url]) => String(url))
  expect(links).toContain('/docs')
  for (const url of links) expect((await app.inject(url)).statusCode, url).toBeLessThan(400)
})

it('leads to the apps and the shop, each named in every language', async () => {
  const names = { en: 'Demo shop', ru: 'Магазин', 'zh-Hans': '商城' }
  const opened = await createTestApp({ doors: [{ href: 'http://localhost:8090', names }] })
  const { body } = await opened.app.inject('/')
  expect(body).toContain('<a class="door" href="http://localhost:8090"><b>Demo shop</b>')
  expect(body).toContain('<span lang="ru">Магазин</span><span lang="zh-Hans">商城</span>')
})
