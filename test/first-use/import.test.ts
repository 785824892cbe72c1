import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestFolder } from '@danbao/database/testing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { get, post, sendOk, textAt } from '../servers/client.ts'
import { endAllServers, runDanbao, startServer } from '../servers/start-server.ts'

let folder: string
beforeEach(async () => {
  folder = await createTestFolder()
})
afterEach(async () => {
  await endAllServers()
  await rm(folder, { recursive: true, force: true })
})

const statement = (reference: string): string =>
  [
    ':20:STMT1',
    ':25:DE89370400440532013000',
    ':28C:1/1',
    ':60F:C261120EUR0,00',
    ':61:2611201120C100,00NTRFNONREF//BANKREF1',
    `:86:/REMI/USTD//${reference}/NAME/ERIKSSON ANNA`,
    ':62F:C261120EUR100,00',
    '-',
  ].join('\r\n')

it('takes in a bank’s file at the command line, once, beside a running server', async () => {
  const server = await startServer({ DATA_DIR: folder })
  const { url, key } = server
  const account = textAt(
    await sendOk(url, post('/v1/accounts', key, { name: 'Anna Eriksson' })),
    'id',
  )
  const amount = { value: '10000', currency: 'EUR' }
  const asked = { account, rail: 'bank_transfer', amount }
  const topUp = await sendOk(url, post('/v1/top_ups', key, asked, account))
  const path = join(folder, 'may.sta')
  const give = () => runDanbao(['import', path], { DATA_DIR: folder })

  await writeFile(path, statement(textAt(topUp, 'reference')).replace('100,00N', '100,001N'))
  const broken = await give()
  expect(broken.output).toContain('Nothing was taken in. line 5')
  expect(broken.output).not.toContain('    at ')
  expect(broken.code).toBe(1)

  await writeFile(path, statement(textAt(topUp, 'reference')))
  const taken = await give()
  expect(taken.output).toContain('mt940\ncredited 1\n')
  expect(taken.code).toBe(0)
  const own = { ...get(`/v1/top_ups/${textAt(topUp, 'id')}`, key), actAs: account }
  expect(await sendOk(url, own)).toMatchObject({ state: 'credited' })

  expect((await give()).output).toContain('This mt940 was taken in before')
  expect((await runDanbao(['import'], { DATA_DIR: folder })).code).toBe(1)
  await server.end('SIGTERM')
}, 120_000)
