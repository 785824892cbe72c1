import { instant } from '@danbao/kernel'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../base/person.ts'
import { tellAmount, tellDay, tellLimit, tellMoment } from './figures.ts'

/** What is between a figure and its sign must not break: it is no plain space. */
const plain = (text: string): string => text.replaceAll(/\s/g, ' ')
const inAll = (tell: (language: (typeof LANGUAGES)[number]) => string): readonly string[] =>
  LANGUAGES.map((language) => plain(tell(language)))

describe('figures in mails, in English, Russian and Chinese', () => {
  it('write amounts with all decimals', () => {
    expect(inAll((language) => tellAmount('USD', 2490n, language))).toEqual([
      'US$24.90',
      '24,90 $',
      'US$24.90',
    ])
    expect(tellAmount('JPY', 1500n, 'en')).toBe('JP¥1,500')
  })

  it('write limits without decimals that are none', () => {
    expect(inAll((language) => tellLimit('USD', 2_000_000n, language))).toEqual([
      'US$20,000',
      '20 000 $',
      'US$20,000',
    ])
    expect(plain(tellLimit('USD', 15050n, 'ru'))).toBe('150,50 $')
  })

  it('write days and moments as people do', () => {
    expect(inAll((language) => tellDay('2031-11-27', language))).toEqual([
      '27 November 2031',
      '27 ноября 2031',
      '2031年11月27日',
    ])
    const at = instant(Date.UTC(2026, 5, 15, 18))
    expect(plain(tellMoment(at, 'ru'))).toBe('15 июня в 18:00 UTC')
  })
})
