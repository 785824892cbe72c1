import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { createSend } from './send.ts'
import { isAllowedAddress, urlFault } from './url-rule.ts'

it.each([
  '0.0.0.0',
  '10.0.0.1',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:1::1',
  '2001:db8::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  'not an address',
])('%s is not a public address', (address) => {
  expect(isAllowedAddress(address, 'live')).toBe(false)
})

it.each([
  '8.8.8.8',
  '100.63.255.255',
  '172.32.0.1',
  '192.169.0.1',
  '2606:4700:4700::1111',
  '2a00::1',
])('%s is a public address', (address) => {
  expect(isAllowedAddress(address, 'live')).toBe(true)
})

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['10.0.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['::ffff:10.0.0.1', false],
])('a sandbox may talk to its own machine only: %s %s', (address, allowed) => {
  expect(isAllowedAddress(address, 'sandbox')).toBe(allowed)
})

it.each([
  'http://shop.example/hook',
  'ftp://shop.example/',
  'https://user:secret@shop.example/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/',
  'https://a.localhost./',
  'nonsense',
])('live webhooks are not sent to %s', (url) => {
  expect(urlFault(url, 'live')).toBeTypeOf('string')
})

it.each([
  ['https://shop.example/hook', 'live'],
  ['https://shop.example:8443/hook', 'live'],
  ['http://localhost:3000/hook', 'sandbox'],
  ['http://127.0.0.1:3000/hook', 'sandbox'],
] as const)('webhooks are sent to %s in %s', (url, mode) => {
  expect(urlFault(url, mode)).toBeUndefined()
})

const outgoing = (url: string) => ({
  url,
  headers: {},
  body: '',
  signal: AbortSignal.timeout(5_000),
})

it('a name is judged by what it stands for at the moment of sending', async () => {
  for (const addresses of [['10.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], []]) {
    const resolve = () =>
      Promise.resolve(
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    await expect(createSend('live', resolve)(outgoing('https://shop.example/'))).rejects.toThrow(
      'does not stand for a public address',
    )
  }
  await expect(
    createSend('live')(outgoing('https://localhost.localdomain.test/')),
  ).rejects.toThrow()
})

it('the connection goes to the address that was checked, and redirects are not followed', async () => {
  let requests = 0
  const server = createServer((request, response) => {
    requests += 1
    response
      .writeHead(302, { location: `http://${request.headers.host}/again` })
      .end('x'.repeat(10_000))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  const reply = await createSend('sandbox', resolve)(outgoing(`http://shop.example:${port}/`))
  expect(reply.status).toBe(302)
  expect(reply.text).toHaveLength(4_096)
  expect(requests).toBe(1)
  await new Promise((done) => server.close(done))
})
