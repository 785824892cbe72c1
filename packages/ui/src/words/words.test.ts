import { describe, expect, it } from 'vitest'
import { checkWords } from './check-words.ts'
import { pickLanguage, pickLocale } from './language.ts'
import { speak } from './speak.ts'
import { registeredWords, words } from './words.ts'

const said = words({
  title: { en: 'It’s yours', ru: 'Это ваше', zh: '这是您的' },
  tries: {
    en: '{count, plural, one {# try} other {# tries}} left, {name}',
    ru: '{name}, {count, plural, one {осталась # попытка} few {осталось # попытки} many {осталось # попыток} other {осталось # попытки}}',
    zh: '{name}，还剩 {count} 次',
  },
  terms: {
    en: 'I accept the <link>terms</link>',
    ru: 'Я принимаю <link>условия</link>',
    zh: '我接受<link>条款</link>',
  },
})

describe('words', () => {
  it('come in the language asked for, with its plural forms', () => {
    const ru = speak(said, 'ru')
    expect(ru('title')).toBe('Это ваше')
    expect([1, 2, 5, 21].map((count) => ru('tries', { count, name: 'Анна' }))).toEqual([
      'Анна, осталась 1 попытка',
      'Анна, осталось 2 попытки',
      'Анна, осталось 5 попыток',
      'Анна, осталась 21 попытка',
    ])
    expect(speak(said, 'zh')('tries', { count: 3, name: '安娜' })).toBe('安娜，还剩 3 次')
  })

  it('take elements where the text has tags', () => {
    const rich = speak(said, 'en').rich('terms', { link: (inside) => ['[', inside, ']'] })
    expect([rich].flat(4).join('')).toBe('I accept the [terms]')
  })

  it('do not compile without the values they need', () => {
    const en = speak(said, 'en')
    // @ts-expect-error the name is missing
    expect(() => en('tries', { count: 1 })).toThrow()
    // @ts-expect-error there is no such word
    expect(en('nothing')).toBe('nothing')
  })

  it('are found by the test that reads them all', () => {
    expect(registeredWords()).toContain(said)
  })
})

describe('the check of words', () => {
  it('passes what is right', () => expect(checkWords(said)).toEqual([]))

  it.each([
    ['an empty text', { en: 'Yes', ru: ' ', zh: '是' }, 'word: ru is empty'],
    ['another argument', { en: '{a}', ru: '{a}', zh: '{b}' }, 'word: zh uses {b}, en {a}'],
    [
      'an argument inside of a plural',
      {
        en: '{n, plural, one {{who} has #} other {{who} have #}}',
        ru: '{n, plural, one {#} few {#} many {#} other {#}}',
        zh: '{who} {n}',
      },
      'word: ru uses {n}, en {n, who}',
    ],
    [
      'a missing plural form',
      { en: '{n, plural, one {#} other {#}}', ru: '{n, plural, one {#} other {#}}', zh: '{n}' },
      "word: ru lacks the form 'few' of n",
    ],
  ])('names %s', (_, texts, complaint) => {
    expect(checkWords({ word: texts })).toContain(complaint)
  })

  it('names a text that does not parse', () => {
    expect(checkWords({ word: { en: '{a', ru: 'a', zh: 'a' } }).join()).toMatch(/en does not parse/)
  })
})

describe('the language', () => {
  it.each([
    ['zh', ['ru-RU'], 'zh'],
    [null, ['de-DE', 'ru-RU', 'en'], 'ru'],
    ['xx', ['zh-Hant-TW'], 'zh'],
    [null, ['de'], 'en'],
  ])('chosen %s with a browser of %j is %s', (stored, browser, language) => {
    expect(pickLanguage(stored, browser)).toBe(language)
  })

  it('keeps the browser’s own variant for dates', () => {
    expect(pickLocale('en', ['ru', 'en-GB'])).toBe('en-GB')
    expect(pickLocale('zh', ['ru', 'en-GB'])).toBe('zh')
  })
})
