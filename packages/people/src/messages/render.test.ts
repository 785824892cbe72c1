import { InvariantError } from '@danbao/kernel'
import { describe, expect, it } from 'vitest'
import { defineMail, defineSms, type MailLine } from './define.ts'
import { codeLine, renderMail, renderSms } from './render.ts'

const words = (subject: string, ...lines: MailLine[]) => ({ subject, lines })
const inAll = (subject: string, ...lines: MailLine[]) => {
  const all = words(subject, ...lines)
  return defineMail({ en: all, ru: all, zh: all })
}

const confirm = defineMail({
  en: words(
    'Confirm your address',
    'Hello {name}, the link is good for {hours, plural, one {# hour} other {# hours}}.',
    { button: 'Confirm', href: '{link}' },
    { code: '{code}' },
    { small: 'You did not ask for this? Then do nothing.' },
  ),
  ru: words(
    'Подтвердите адрес',
    'Ссылка действует {hours, plural, one {# час} few {# часа} many {# часов} other {# часа}}.',
  ),
  zh: words('请确认您的邮箱', '链接在 {hours} 小时内有效。'),
})
const values = {
  name: 'Anna',
  hours: 24,
  link: 'https://wallet.example/confirm?a=1&b=2',
  code: '123456',
}

describe('a mail', () => {
  it('is readable as plain text by itself', () => {
    expect(renderMail(confirm, 'en', values)).toMatchObject({
      subject: 'Confirm your address',
      text: `Hello Anna, the link is good for 24 hours.

Confirm:
https://wallet.example/confirm?a=1&b=2

123456

You did not ask for this? Then do nothing.

-- 
Danbao
Danbao never asks for your password by mail.
`,
    })
  })

  it.each([
    ['en', 1, 'good for 1 hour.'],
    ['ru', 1, 'действует 1 час.'],
    ['ru', 3, 'действует 3 часа.'],
    ['ru', 24, 'действует 24 часа.'],
    ['ru', 25, 'действует 25 часов.'],
    ['zh', 24, '链接在 24 小时内有效。'],
  ] as const)('has the plural forms of %s for %d', (language, hours, phrase) => {
    const { text, html } = renderMail(confirm, language, { ...values, hours })
    expect(text).toContain(phrase)
    expect(html).toContain(phrase)
  })

  it('says in HTML which language it is in, with a button that is a link', () => {
    expect(renderMail(confirm, 'ru', values).html).toContain('<html lang="ru">')
    expect(renderMail(confirm, 'zh', values).html).toContain('<html lang="zh-Hans">')
    expect(renderMail(confirm, 'en', values).html).toContain(
      'href="https://wallet.example/confirm?a=1&amp;b=2"',
    )
  })

  it('shows a hostile name and runs nothing of it', () => {
    const name = `<img src=x onerror="alert(1)">'{evil}`
    const { html, text } = renderMail(confirm, 'en', { ...values, name })
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;{evil}')
    expect(text).toContain(name)
  })

  it('lets no address out of its attribute', () => {
    const link = 'https://wallet.example/"onmouseover="alert(1)'
    expect(renderMail(confirm, 'en', { ...values, link }).html).not.toContain('"onmouseover')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//evil.example', ''])(
    'has no button that opens "%s"',
    (link) => {
      expect(() => renderMail(confirm, 'en', { ...values, link })).toThrow(InvariantError)
    },
  )

  it.each(['\r\n', '\n', '\r', '\u2028', '\u0085', '\0'])(
    'gets no further lines from a value with %j',
    (breaks) => {
      const name = `Anna${breaks}Bcc: thief@evil.example`
      const { subject, text } = renderMail(inAll('For {name}', '{name}'), 'en', { name })
      expect(subject).toBe('For Anna Bcc: thief@evil.example')
      expect(text.split('\n')[0]).toBe('Anna Bcc: thief@evil.example')
    },
  )

  it('is not turned around by direction marks in a name', () => {
    const { text } = renderMail(inAll('x', '{name}'), 'en', { name: 'a\u202Egnp.exe\u2066' })
    expect(text.split('\n')[0]).toBe('agnp.exe')
  })

  it('never leaves with a hole: a missing value is a bug, and so is a text that is not ICU', () => {
    expect(() => renderMail(confirm, 'en', { name: 'Anna' })).toThrow(/hours/)
    expect(() => inAll('{name', 'x')).toThrow()
  })
})

describe('an SMS', () => {
  const sms = defineSms({ en: 'Code: {code}', ru: 'Код: {code}', zh: '验证码：{code}' })
  const site = { publicUrl: 'https://wallet.example:8443' }

  it('with a code ends in the line that binds it to the site', () => {
    expect(renderSms(sms, 'ru', { code: '012345' }, site)).toBe(
      'Код: 012345\n\n@wallet.example #012345',
    )
    expect(codeLine('http://localhost:8080', '1')).toBe('@localhost #1')
  })

  it('without a code has no such line', () => {
    const plain = defineSms({ en: 'Hello', ru: 'Привет', zh: '您好' })
    expect(renderSms(plain, 'zh', {}, site)).toBe('您好')
  })
})
