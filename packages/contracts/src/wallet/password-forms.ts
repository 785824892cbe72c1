/** The keys of a Russian keyboard and, in the same places, of an English one. */
const CYRILLIC = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"

/** Everybody's first thought here: as good as nothing. */
const OWN_NAME = /danbao/gi

/**
 * What a password is judged as: itself, without the product's name, and as it would be typed with
 * the keyboard switched to English. The lists of common passwords know Russian words by their keys.
 */
export function passwordForms(password: string): readonly string[] {
  const typed = [...password]
    .map((character) => {
      const place = CYRILLIC.indexOf(character.toLowerCase())
      return place === -1 ? character : (LATIN[place] ?? character)
    })
    .join('')
  return [...new Set([password, typed, password.replaceAll(OWN_NAME, '')])]
}

/** Russian words that many begin with; the bundled list knows those that are on it as keys. */
const COMMON_WORDS = [
  'любовь',
  'пароль',
  'привет',
  'солнце',
  'россия',
  'москва',
  'наташа',
  'марина',
  'максим',
  'андрей',
  'сергей',
  'никита',
  'спартак',
  'родина',
]

/** A whole one is found in reasonable time by whoever reads the profile. */
const SHORTEST_PERSONAL = 4

/** The words of names and addresses that make a password easy to guess for who knows them. */
export function personalWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  const plain = words.map((word) => word.normalize('NFKC').toLowerCase().trim())
  return [...new Set(plain)].filter((word) => word !== '')
}

/** Whether one of the longer words stands in the password as it is. */
export function isPersonal(password: string, personal: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  return personal.some((word) => word.length >= SHORTEST_PERSONAL && plain.includes(word))
}

/** What an estimate is told that everybody who guesses knows. */
export function guessedWords(personal: readonly string[]): string[] {
  return [...personal, ...COMMON_WORDS]
}
