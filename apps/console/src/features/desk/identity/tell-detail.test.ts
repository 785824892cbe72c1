import { expect, it } from 'vitest'
import { detailWords, fieldWords } from './identity-words.ts'
import { tellDetail } from './tell-detail.ts'

const inRussian = {
  detail: (key: keyof typeof detailWords) => detailWords[key].ru,
  field: (key: keyof typeof fieldWords) => fieldWords[key].ru,
}

it('tells in words why no zone was read', () => {
  expect(tellDetail('nothing_to_read', inRussian)).toBe('у такого документа её нет')
  expect(tellDetail('unreadable', inRussian)).toBe('прочитать не удалось')
})

it.each(['none_in_profile', 'corrected', 'wrong_digit', 'another_number'])(
  'has words for %s',
  (code) => {
    expect(tellDetail(code, inRussian)).toMatch(/^[а-яё ]+$/)
  },
)

it('keeps the name of a format, and names the fields of a list', () => {
  expect(tellDetail('td3', inRussian)).toBe('TD3')
  expect(tellDetail('family_name,birth_date', inRussian)).toBe('Фамилия, Дата рождения')
})
