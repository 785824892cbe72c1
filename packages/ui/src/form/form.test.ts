import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiRefusal } from '../api/api-refusal.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { placeErrors } from './place-errors.ts'

const texts = new Map<string, string>()

beforeEach(() => {
  texts.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
    removeItem: (key: string) => texts.delete(key),
  })
})

describe('a half-filled form', () => {
  const initial = { name: '', consent: false, password: '' }

  it('is kept without its secrets until it is sent', () => {
    keepDraft('profile', { name: 'Anna', consent: true, password: 'hidden' }, ['password'])
    expect([...texts.values()].join()).not.toContain('hidden')
    expect(readDraft('profile', initial)).toEqual({ name: 'Anna', consent: true, password: '' })
    dropDraft('profile')
    expect(readDraft('profile', initial)).toEqual(initial)
  })

  it('without a name is not kept', () => {
    keepDraft(undefined, { name: 'Anna' }, [])
    expect(texts.size).toBe(0)
  })

  it('takes nothing that the form does not have, or of another type', () => {
    texts.set('danbao.draft.profile', '{"name":5,"consent":"yes","admin":true}')
    expect(readDraft('profile', initial)).toEqual(initial)
    texts.set('danbao.draft.profile', 'null')
    expect(readDraft('profile', initial)).toEqual(initial)
  })

  it('works where the browser keeps nothing', () => {
    vi.stubGlobal('sessionStorage', undefined)
    keepDraft('profile', { name: 'Anna' }, [])
    expect(readDraft('profile', initial)).toEqual(initial)
  })
})

describe('complaints about fields', () => {
  const options = { language: 'en', pointers: {}, told: {} } as const
  const place = (pointer: string, names: readonly string[], more = {}, code = 'too_small') => {
    const errors = [{ pointer, code, detail: 'in English' }]
    const refusal = new ApiRefusal({
      code: 'invalid_request',
      status: 400,
      detail: '',
      errors,
      members: {},
    })
    return placeErrors(refusal, names, { ...options, ...more })
  }

  it('stand at the field of the same name, at any depth', () => {
    expect(place('/phone', ['phone'])).toEqual({ phone: 'This is too short.' })
    expect(place('/address/city', ['city', 'phone'])).toEqual({ city: 'This is too short.' })
    expect(place('/questions/1', ['questions_1'])).toEqual({ questions_1: 'This is too short.' })
  })

  it('stand where the form says', () => {
    const pointers = { '/address/region': 'state' }
    expect(place('/address/region', ['state'], { pointers })).toHaveProperty('state')
  })

  it('of no field of the form are left to the whole form', () => {
    expect(place('/captcha', ['phone'])).toEqual({})
  })

  it.each([
    ['/email', 'invalid_format', 'This is no complete e-mail address.'],
    ['/new_email', 'invalid_format', 'This is no complete e-mail address.'],
    ['/phone', 'invalid_format', 'This is no complete number.'],
    ['/birth_date', 'invalid_format', 'This is no complete date.'],
    ['/expires_on', 'invalid_format', 'This is no complete date.'],
    ['/postal_code', 'invalid_format', 'This has signs that do not belong here'],
    ['/country', 'invalid_value', 'This is none of the possible choices.'],
    ['/city', 'too_big', 'This is too long.'],
    ['/city', 'required', 'This is needed.'],
  ])('say what is wrong with %s: %s', (pointer, code, text) => {
    const name = pointer.slice(1)
    expect(place(pointer, [name], {}, code)[name]).toContain(text)
  })

  it('are told in the form’s own words, else in the language of the person', () => {
    const told = { phone: { too_small: 'A number has more digits.' } }
    expect(place('/phone', ['phone'], { told })).toEqual({ phone: 'A number has more digits.' })
    expect(place('/phone', ['phone'], { language: 'ru' }, 'custom')).toEqual({
      phone: 'Здесь что-то не так. Проверьте, пожалуйста.',
    })
  })
})
