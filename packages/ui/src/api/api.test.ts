import { APP_REFUSALS, REFUSALS } from '@danbao/contracts'
import type { AppRoute } from '@danbao/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { serverNow } from '../formats/now.ts'
import { checkWords } from '../words/check-words.ts'
import { ApiRefusal, isRefusal, refusalOf } from './api-refusal.ts'
import { createApi } from './create-api.ts'
import { refusalWords } from './refusal-words.ts'
import { tellRefusal } from './use-refusal-text.ts'

const routes = {
  signIn: {
    method: 'POST',
    path: '/wallet/api/sign-in',
    access: 'anyone',
    body: z.strictObject({ email: z.string(), remember: z.boolean().default(false) }),
    response: z.object({ name: z.string() }),
    refusals: [],
  },
  endSession: {
    method: 'DELETE',
    path: '/wallet/api/sessions/{id}',
    access: 'person',
    params: { id: 'ses' },
    query: z.strictObject({ why: z.string().optional() }),
    response: z.null(),
    refusals: [],
  },
  upload: {
    method: 'PUT',
    path: '/wallet/api/picture',
    access: 'person',
    body: 'file',
    response: 'file',
    refusals: [],
  },
} as const satisfies Record<string, AppRoute>

const api = createApi(routes)
const sent: { url: string; init: RequestInit }[] = []

function answerWith(make: () => Response): void {
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init })
    return Promise.resolve().then(make)
  })
}

beforeEach(() => void (sent.length = 0))
afterEach(() => vi.unstubAllGlobals())

const problem = (body: unknown, status = 422) => new Response(JSON.stringify(body), { status })

describe('a call', () => {
  it('sends JSON with the mark of the app and the language, and returns the answer', async () => {
    answerWith(() => Response.json({ name: 'Anna' }))
    const answer = await api.call('signIn', { body: { email: 'a@b.c' } })
    expect(answer.name).toBe('Anna')
    expect(sent).toMatchObject([
      {
        url: '/wallet/api/sign-in',
        init: {
          method: 'POST',
          credentials: 'same-origin',
          body: '{"email":"a@b.c"}',
          headers: {
            'danbao-app': '1',
            'accept-language': 'en',
            'content-type': 'application/json',
          },
        },
      },
    ])
  })

  it('puts names into the path and what is asked into the query', async () => {
    answerWith(() => new Response(null, { status: 204 }))
    await api.call('endSession', { params: { id: 'ses_1/..' }, query: { why: 'a b' } })
    await api.call('endSession', { params: { id: 'ses_2' } })
    expect(sent.map(({ url }) => url)).toEqual([
      '/wallet/api/sessions/ses_1%2F..?why=a+b',
      '/wallet/api/sessions/ses_2',
    ])
  })

  it('does not compile with parts missing or of another type', () => {
    // @ts-expect-error the body is missing
    void (() => api.call('signIn'))
    // @ts-expect-error the address is missing
    void (() => api.call('signIn', { body: {} }))
    // @ts-expect-error there is no such route
    void (() => api.call('signOut'))
  })

  it('sends and returns files as bytes with their type', async () => {
    answerWith(
      () => new Response(new Uint8Array([1, 2]), { headers: { 'content-type': 'image/png' } }),
    )
    const body = new Blob(['x'], { type: 'image/jpeg' })
    const file = await api.call('upload', { body })
    expect(file).toEqual({ mediaType: 'image/png', bytes: new Uint8Array([1, 2]) })
    expect(sent[0]?.init).toMatchObject({ body, headers: { 'content-type': 'image/jpeg' } })
  })

  it('follows the clock of the server', async () => {
    const then = '2031-01-01T00:00:00.000Z'
    answerWith(() => Response.json({ name: '' }, { headers: { 'danbao-now': then } }))
    await api.call('signIn', { body: { email: '' } })
    expect(Math.abs(serverNow() - Date.parse(then))).toBeLessThan(2_000)
  })
})

describe('a refusal', () => {
  const failure = (): Promise<unknown> =>
    api.call('signIn', { body: { email: '' } }).catch((error: unknown) => error)

  it('carries its code, members and wrong fields', async () => {
    const errors = [{ pointer: '/email', code: 'invalid_format', detail: 'must be an address' }]
    answerWith(() => problem({ code: 'code_wrong', detail: 'No.', errors, tries_left: '2' }))
    const error = await failure()
    expect(error).toMatchObject({ code: 'code_wrong', status: 422, detail: 'No.', errors })
    expect(isRefusal(error, 'code_wrong') && error.member('tries_left')).toBe('2')
    expect(isRefusal(error, 'code_gone')).toBe(false)
  })

  it.each([
    ['a page of HTML', '<html>'],
    ['a code of the future', '{"code":"brand_new"}'],
    ['no object', 'null'],
  ])('is unknown for %s', async (_, text) => {
    answerWith(() => new Response(text, { status: 502 }))
    expect(await failure()).toMatchObject({ code: 'unknown' })
  })

  it('is offline when nobody answers', async () => {
    answerWith(() => {
      throw new TypeError('Failed to fetch')
    })
    expect(await failure()).toMatchObject({ code: 'offline' })
  })

  it('is told with what is left', () => {
    const refusal = (members: Record<string, unknown>) =>
      new ApiRefusal({ code: 'code_wrong', status: 422, detail: '', errors: [], members })
    expect(tellRefusal(refusal({ tries_left: '1' }), 'en', 'en')).toMatch(
      /again\. 1 try is left\.$/,
    )
    const until = new Date(serverNow() + 600_500).toISOString()
    expect(tellRefusal(refusal({ locked_until: until }), 'ru', 'ru')).toMatch(/через 10 минут\.$/)
  })

  it('says how large something may be, in the sizes that people know', () => {
    const told = (max_bytes: number, language: 'en' | 'ru' | 'zh') => {
      const members = { max_bytes: String(max_bytes) }
      const rest = { code: 'body_too_large', status: 413, detail: '', errors: [] } as const
      return tellRefusal(new ApiRefusal({ ...rest, members }), language, language)
    }
    expect(told(64 * 1024, 'en')).toMatch(/The most is 64 kB\.$/)
    expect(told(15 * 1024 * 1024, 'en')).toMatch(/The most is 15 MB\.$/)
    expect(told(15 * 1024 * 1024, 'ru')).toMatch(/Не больше 15\sМБ\.$/)
    expect(told(15 * 1024 * 1024, 'zh')).toMatch(/上限为 15 MB。$/)
  })
})

describe('the words of refusals', () => {
  it('are right in every language', () => expect(checkWords(refusalWords)).toEqual([]))

  it('that send people to support tell where it is', async () => {
    const asking = Object.entries(refusalWords).filter(([, { en }]) => /\bsupport\b/.test(en))
    for (const [, { en, ru, zh }] of asking) {
      expect([en, ru, zh].every((text) => /(support|поддержку|客服)\{support\}/.test(text))).toBe(
        true,
      )
    }
    answerWith(() => problem({ code: 'account_frozen' }))
    const refusal: unknown = await api
      .call('endSession', { params: { id: 'ses_1' } })
      .catch(refusalOf)
    expect(tellRefusal(refusalOf(refusal), 'en', 'en')).toMatch(/Write to support\.$/)
    const headers = { 'danbao-support': 'help@danbao.example' }
    answerWith(() => Response.json({ code: 'account_frozen' }, { status: 409, headers }))
    await api.call('endSession', { params: { id: 'ses_1' } }).catch(refusalOf)
    expect(tellRefusal(refusalOf(refusal), 'en', 'en')).toMatch(
      /support \(help@danbao\.example\)\.$/,
    )
    expect(tellRefusal(refusalOf(refusal), 'ru', 'ru')).toMatch(/ку \(help@danbao\.example\)\.$/)
  })

  it('exist for every code of the apps', () => {
    expect(Object.keys(APP_REFUSALS).filter((code) => !Object.hasOwn(refusalWords, code))).toEqual(
      [],
    )
  })

  it('exist for no code that is gone', () => {
    const known = { ...REFUSALS, ...APP_REFUSALS, offline: 0, unknown: 0 }
    expect(Object.keys(refusalWords).filter((code) => !Object.hasOwn(known, code))).toEqual([])
  })
})
