import type { Me } from '@danbao/contracts/wallet'
import { QueryObserver } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { createQueryClient, forgetReads, meQuery } from './queries.ts'

const HOME = ['home']
const SETTINGS = ['settings']

/** Anna's screen of settings, and her home that was left: the server answers by who asks. */
async function openScreen() {
  const client = createQueryClient()
  const asked = { by: 'anna' }
  client.setQueryData(meQuery.queryKey, meOf('anna'))
  client.setQueryData(HOME, 'of anna')
  const queryFn = () => `of ${asked.by}`
  const screen = new QueryObserver(client, { queryKey: SETTINGS, queryFn })
  const leave = screen.subscribe(() => undefined)
  await vi.waitFor(() => expect(screen.getCurrentResult().data).toBe('of anna'))
  return { client, asked, screen, leave }
}

it('a screen that is open shows the one who is signed in now, and nothing of who was', async () => {
  const { client, asked, screen, leave } = await openScreen()
  asked.by = 'boris'
  client.setQueryData(meQuery.queryKey, meOf('boris'))
  expect(screen.getCurrentResult().data).toBeUndefined()
  expect(client.getQueryData(HOME)).toBeUndefined()
  await vi.waitFor(() => expect(screen.getCurrentResult().data).toBe('of boris'))
  leave()
})

it('what was read is gone when nobody is signed in any more', async () => {
  const { client, leave } = await openScreen()
  forgetReads(client)
  expect(client.getQueryData(HOME)).toBeUndefined()
  expect(client.getQueryData(SETTINGS)).toBeUndefined()
  leave()
})

function meOf(id: string): Me {
  const person = {
    id,
    object: 'person' as const,
    email: `${id}@example.com`,
    name: id,
    given_name: id,
    family_name: null,
    country: null,
    language: 'en' as const,
    level: 0 as const,
    attention: [],
  }
  return { object: 'me', state: 'signed_in', person }
}
