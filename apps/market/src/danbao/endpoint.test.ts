import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDanbao } from '@danbao/sdk'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openBrowser, openShop, startFakeDanbao, type FakeDanbao } from '../testing.ts'
import { ensureEndpoint } from './endpoint.ts'

let danbao: FakeDanbao
let folder: string
beforeEach(async () => {
  danbao = await startFakeDanbao()
  folder = await mkdtemp(join(tmpdir(), 'market-'))
})
afterEach(async () => {
  await danbao.close()
  await rm(folder, { recursive: true })
})

const ensure = (url = 'http://127.0.0.1:1/webhooks/danbao') =>
  ensureEndpoint({ api: createDanbao({ apiKey: 'sk', baseUrl: danbao.url }), url, folder })

it('is made once and found again, and its secret is kept for the owner only', async () => {
  const secret = await ensure()
  expect(await ensure()).toBe(secret)
  expect(danbao.endpoints).toMatchObject([{ secret }])
  const file = join(folder, 'market-danbao.json')
  expect(await readFile(file, 'utf8')).toContain(secret)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

it('moves with the shop, and is switched on again', async () => {
  const secret = await ensure()
  Object.assign(danbao.endpoints[0] ?? {}, { enabled: false })
  expect(await ensure('http://127.0.0.1:2/webhooks/danbao')).toBe(secret)
  expect(danbao.endpoints).toMatchObject([
    { url: 'http://127.0.0.1:2/webhooks/danbao', enabled: true },
  ])
})

it.each(['', '{"endpoint":'])('gets a new secret when the old one is lost (%j)', async (kept) => {
  const secret = await ensure()
  const file = join(folder, 'market-danbao.json')
  await (kept === '' ? rm(file) : writeFile(file, kept))
  const renewed = await ensure()
  expect(renewed).not.toBe(secret)
  expect(danbao.endpoints).toMatchObject([{ secret: renewed }])
})

it('the shop opens before Danbao does, and finds it later', async () => {
  danbao.away = true
  const market = await openShop({ danbao: { url: danbao.url, apiKey: 'sk' }, dataFolder: folder })
  expect((await openBrowser(market.url)('/')).status).toBe(200)
  danbao.away = false
  await expect.poll(() => danbao.endpoints.length, { timeout: 15_000 }).toBe(1)
  await market.close()
})

it('carts outlive the shop, and a file that can not be read is put aside', async () => {
  const open = () => openShop({ dataFolder: folder })
  const first = await open()
  const url = new URL('/cart/add', first.url)
  const body = new URLSearchParams({ goods: 'teapot', quantity: '3' })
  const added = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { origin: url.origin },
  })
  const cookie = added.headers.get('set-cookie')?.split(';')[0] ?? ''
  await first.close()
  const cartIn = async (base: string) =>
    (await fetch(new URL('/cart', base), { headers: { cookie } })).text()
  const second = await open()
  expect(await cartIn(second.url)).toContain('3 things')
  await second.close()
  await writeFile(join(folder, 'market.json'), '{"sessions": 5}')
  const third = await open()
  expect(await cartIn(third.url)).toContain('Your cart is empty')
  expect(await readFile(join(folder, 'market.json.unreadable'), 'utf8')).toBe('{"sessions": 5}')
  await third.close()
})
