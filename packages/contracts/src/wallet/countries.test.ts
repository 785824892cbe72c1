import { describe, expect, it } from 'vitest'
import { COUNTRIES, hasPostcodes } from './countries.ts'
import { profileRequest } from './registration-steps.ts'

const lives = (country: string, postal_code?: string) => ({
  given_name: 'Mei',
  family_name: 'Chan',
  country,
  document_type: 'passport',
  document_number: 'K1234567',
  street: 'Nathan Road 1',
  city: 'Kowloon',
  region: 'Kowloon',
  ...(postal_code === undefined ? {} : { postal_code }),
})

function complaintsOf(asked: object): string[] {
  const { error } = profileRequest.safeParse(asked)
  return (error?.issues ?? []).map(({ path, code }) => `${path.join('/')}: ${code}`)
}

describe('the postcode of an address', () => {
  it.each(['DE', 'RU', 'CN', 'IE', 'US', 'TW'])('is needed in %s', (country) => {
    expect(complaintsOf(lives(country))).toEqual(['postal_code: invalid_type'])
    expect(complaintsOf(lives(country, ' '))).toEqual(['postal_code: too_small'])
    expect(complaintsOf(lives(country, '10115'))).toEqual([])
  })

  it.each(['HK', 'MO', 'AE', 'QA', 'AO', 'JM'])('is not known in %s', (country) => {
    expect(complaintsOf(lives(country))).toEqual([])
    expect(complaintsOf(lives(country, '00000'))).toEqual(['postal_code: custom'])
  })

  it('is unknown in some sixty countries, not in most', () => {
    expect(COUNTRIES.filter((code) => !hasPostcodes(code))).toHaveLength(60)
  })
})
