import { describe, expect, it } from 'vitest'
import { formatMoney, moneyParts } from './money.ts'
import { formatDay, formatDeadline, formatRemaining, formatTime } from './time.ts'

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('money', () => {
  it.each([
    ['en', { value: '123450', currency: 'USD' }, '$1,234.50'],
    ['ru', { value: '123450', currency: 'RUB' }, '1 234,50 ₽'],
    ['zh', { value: '1234', currency: 'JPY' }, 'JP¥1,234'],
    ['en', { value: '-5', currency: 'EUR' }, '-€0.05'],
    ['en', { value: '999999999999999', currency: 'USD' }, '$9,999,999,999,999.99'],
    ['en', { value: '123450', currency: 'HUF' }, 'HUF 1,234.50'],
  ])('in %s, %j is %s', (locale, amount, text) => {
    expect(plain(formatMoney(amount, locale))).toBe(text)
  })

  it('has a plus where entries are told apart, but not for nothing', () => {
    const signed = (value: string) =>
      formatMoney({ value, currency: 'USD' }, 'en', { signed: true })
    expect([signed('100'), signed('-100'), signed('0')]).toEqual(['+$1.00', '-$1.00', '$0.00'])
  })

  it('comes apart in the order of the locale, whole units large', () => {
    const large = (value: string, currency: string, locale: string) =>
      moneyParts({ value, currency }, locale).map(({ text, large }) => (large ? text : `(${text})`))
    expect(large('-123450', 'USD', 'en').join('')).toBe('-($)1,234(.)(50)')
    expect(plain(large('123450', 'RUB', 'ru').join(''))).toBe('1 234(,)(50)( )(₽)')
    expect(large('500', 'JPY', 'en').join('')).toBe('(¥)500')
  })

  it('refuses what is not an amount', () => {
    expect(() => formatMoney({ value: '1.5', currency: 'USD' }, 'en')).toThrow()
    expect(() => formatMoney({ value: '1', currency: 'XXX' }, 'en')).toThrow()
  })
})

describe('time', () => {
  const now = Date.parse('2027-03-01T12:00:00Z')
  const view = { locale: 'en', now, timeZone: 'UTC' }
  const at = (text: string): number => Date.parse(text)

  it.each([
    ['2027-03-01T12:00:00Z', 'now'],
    ['2027-03-01T11:58:30Z', '1 minute ago'],
    ['2027-03-01T15:59:00Z', 'in 3 hours'],
    ['2027-03-02T12:00:00Z', 'tomorrow'],
    ['2027-03-03T11:00:00Z', 'in 2 days'],
    ['2027-03-04T13:00:00Z', 'in 3 days'],
    ['2027-02-27T13:00:00Z', '2 days ago'],
  ])('near now, %s is %s', (text, told) => expect(formatTime(at(text), view)).toBe(told))

  it('is absolute with its zone further away', () => {
    expect(plain(formatTime(at('2027-04-09T18:05:00Z'), view))).toBe('Apr 9, 2027, 6:05 PM UTC')
  })

  it('names the weekday of a deadline', () => {
    expect(plain(formatDeadline(at('2027-03-05T18:00:00Z'), view))).toBe('Friday 6:00 PM')
    expect(formatDeadline(at('2027-03-05T18:00:00Z'), { ...view, locale: 'ru' })).toMatch(/пятница/)
  })

  it('names the day of a deadline whose weekday is that of today', () => {
    expect(plain(formatDeadline(at('2027-03-08T11:59:00Z'), view))).toMatch(/^Mar 8, 2027/)
  })

  it('keeps a calendar day the same day in every zone', () => {
    expect(formatDay('1990-02-28', 'en')).toBe('Feb 28, 1990')
  })

  it.each([
    [2 * 86_400_000 + 4 * 3_600_000 + 5000, 'en', '2 days, 4 hours'],
    [86_400_000 + 5000, 'en', '1 day'],
    [5 * 86_400_000 + 3_600_000, 'ru', '5 дней 1 час'],
    [570_000, 'en', '9 minutes, 30 seconds'],
    [-1, 'en', '0 seconds'],
  ])('left %s ms is told in %s as %s', (left, locale, told) => {
    expect(plain(formatRemaining(left, locale))).toBe(told)
  })
})
