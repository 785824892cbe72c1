import { beforeEach, expect, it, vi } from 'vitest'

const kept = new Map<string, string>()

/** A page that is loaded anew: what was not kept is forgotten. */
async function load() {
  vi.resetModules()
  return import('./language.ts')
}

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('navigator', { languages: ['zh-CN', 'en'] })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
})

it('the account’s language is spoken on a device where none was chosen', async () => {
  const app = await load()
  expect(app.currentLanguage()).toBe('zh')
  app.speakUnlessChosen('ru')
  expect(app.currentLanguage()).toBe('ru')
})

it('what the account says is not kept as a choice of the device: the next person has their own', async () => {
  const first = await load()
  first.speakUnlessChosen('ru')
  expect(kept.size).toBe(0)
  expect((await load()).currentLanguage()).toBe('zh')
})

it('a language that was chosen on the device stays, also after loading anew', async () => {
  const first = await load()
  first.chooseLanguage('en')
  first.speakUnlessChosen('ru')
  expect(first.currentLanguage()).toBe('en')
  const again = await load()
  again.speakUnlessChosen('ru')
  expect(again.currentLanguage()).toBe('en')
})
