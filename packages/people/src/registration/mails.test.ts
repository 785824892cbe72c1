import { expect, it } from 'vitest'
import { LANGUAGES } from '../base/person.ts'
import { renderMail } from '../messages/render.ts'
import { WELCOME } from './mails.ts'

it.each(LANGUAGES)(
  'the welcome in %s tells the limit as it is given and promises no card',
  (language) => {
    const values = { name: 'Anna', limit: '150 $', wallet: 'https://danbao.example/wallet' }
    const { text } = renderMail(WELCOME, language, values)
    expect(text).toContain('150 $')
    expect(text).not.toMatch(/USD|card|карт|卡/i)
  },
)
