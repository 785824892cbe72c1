import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createMarket, type Market } from './index.ts'

const REDIRECT_URI = 'http://localhost:8080/wallet/sign-in/marketplace'
const CLIENT = { id: 'danbao', secret: 'a secret of the test', name: 'Danbao <test>' }

let market: Market
beforeAll(async () => {
  const clients = [{ ...CLIENT, redirectUri: REDIRECT_URI }]
  market = await createMarket({ port: 0, host: '127.0.0.1', clients })
})
afterAll(() => market.close())

const discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  userinfo_endpoint: z.string(),
  jwks_uri: z.string(),
})
const tokens = z.object({ access_token: z.string(), id_token: z.string() })

async function discover(): Promise<z.output<typeof discovery>> {
  const answer = await fetch(`${market.issuer}/.well-known/openid-configuration`)
  return discovery.parse(await answer.json())
}

const verifier = randomBytes(32).toString('base64url')

async function authorizationUrl(more: Readonly<Record<string, string>> = {}): Promise<string> {
  const query = new URLSearchParams({
    client_id: CLIENT.id,
    redirect_uri: REDIRECT_URI,
    response_type: 'code',
    scope: 'openid email profile',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...more,
  })
  return `${(await discover()).authorization_endpoint}?${query}`
}

/** A browser without script: it keeps cookies and follows the market's own redirects. */
function openBrowser(language = 'en') {
  const cookies = new Map<string, string>()
  async function go(url: string, form?: Readonly<Record<string, string>>): Promise<Page> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) return { url, answer, text: await answer.text() }
    const next = new URL(location, url).href
    return next.startsWith(market.url) ? go(next) : { url: next, answer, text: '' }
  }
  return go
}

interface Page {
  readonly url: string
  readonly answer: Response
  readonly text: string
}

async function exchange(code: string, given = verifier): Promise<Response> {
  return fetch((await discover()).token_endpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${CLIENT.id}:${encodeURIComponent(CLIENT.secret)}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: REDIRECT_URI,
      code_verifier: given,
    }),
  })
}

async function codeOf(shopper: string): Promise<string> {
  const go = openBrowser()
  const signIn = await go(await authorizationUrl())
  const consent = await go(`${signIn.url}/login`, { shopper })
  const back = await go(`${consent.url}/consent`, {})
  expect(back.url.startsWith(REDIRECT_URI)).toBe(true)
  return new URL(back.url).searchParams.get('code') ?? ''
}

describe('signing in', () => {
  it('goes by one click and a consent to an identity token, signed by a published key', async () => {
    const code = await codeOf('shopper-1')
    const { id_token, access_token } = tokens.parse(await (await exchange(code)).json())
    const [header = '', payload = ''] = id_token.split('.')
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    expect(claims).toMatchObject({
      iss: market.issuer,
      sub: 'shopper-1',
      aud: 'danbao',
      nonce: 'the nonce',
    })
    const { kid } = z
      .object({ kid: z.string() })
      .parse(JSON.parse(Buffer.from(header, 'base64url').toString()))
    const { jwks_uri, userinfo_endpoint } = await discover()
    const published = await (await fetch(jwks_uri)).text()
    expect(published).toContain(kid)
    expect(published).not.toContain('"d"')
    const info = await fetch(userinfo_endpoint, {
      headers: { authorization: `Bearer ${access_token}` },
    })
    expect(await info.json()).toEqual({
      sub: 'shopper-1',
      name: 'Sample Shopper',
      email: 'sample.shopper@market.example',
      email_verified: true,
    })
  })

  it('goes by address and password too, and says when they are wrong', async () => {
    const go = openBrowser()
    const { url } = await go(await authorizationUrl())
    const email = 'Sample.Seller@market.example'
    const wrong = await go(`${url}/login`, { email, password: 'something else' })
    expect(wrong.answer.status).toBe(422)
    expect(wrong.text).toContain('Address or password are wrong.')
    const consent = await go(`${url}/login`, { email, password: 'sample-password' })
    expect(consent.text).toContain('sample.seller@market.example')
  })

  it('gives no code to somebody who cancels', async () => {
    const go = openBrowser()
    const { url } = await go(await authorizationUrl())
    const back = new URL((await go(`${url}/cancel`, {})).url)
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('state')).toBe('the state')
    expect(back.searchParams.get('code')).toBeNull()
  })

  it('redeems a code once, and only for who began', async () => {
    expect((await exchange(await codeOf('shopper-1'), 'x'.repeat(43))).status).toBe(400)
    const code = await codeOf('shopper-1')
    expect((await exchange(code)).status).toBe(200)
    expect((await exchange(code)).status).toBe(400)
  })

  it('asks for PKCE', async () => {
    const url = new URL(await authorizationUrl())
    url.searchParams.delete('code_challenge')
    url.searchParams.delete('code_challenge_method')
    const back = await openBrowser()(url.href)
    expect(new URL(back.url).searchParams.get('error')).toBe('invalid_request')
  })

  it('is the business of the browser that began', async () => {
    const { url } = await openBrowser()(await authorizationUrl())
    const stranger = openBrowser()
    expect((await stranger(url)).answer.status).toBe(410)
    expect((await stranger(`${url}/login`, { shopper: 'shopper-1' })).answer.status).toBe(410)
  })

  it('refuses clients and ways back that it does not know, on a page of its own', async () => {
    for (const change of [{ client_id: 'nobody' }, { redirect_uri: 'http://localhost:1/other' }]) {
      const { url, answer, text } = await openBrowser()(await authorizationUrl(change))
      expect(url.startsWith(market.url)).toBe(true)
      expect(answer.status).toBe(400)
      expect(text).toContain('This did not work')
    }
  })
})

describe('the pages', () => {
  it.each([
    ['ru', 'Вход'],
    ['zh-CN', '登录'],
    ['de', 'Sign in'],
  ])('speak the language of a browser set to %s', async (language, title) => {
    const { text } = await openBrowser(language)(await authorizationUrl())
    expect(text).toContain(`<h1>${title}</h1>`)
  })

  it('rather speak the language that the client asked for', async () => {
    const { text } = await openBrowser('ru')(await authorizationUrl({ ui_locales: 'zh' }))
    expect(text).toContain('<html lang="zh">')
  })

  it('escape names, and run no script nor stand in a frame', async () => {
    const { text, answer } = await openBrowser()(await authorizationUrl())
    expect(text).toContain('Danbao &lt;test&gt;')
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
  })
})
