/** The table for passports of ICAO Doc 9303-3 and of Russia's order 889 of 2017. */
const PASSPORT: Readonly<Record<string, string>> = {
  А: 'A',
  Б: 'B',
  В: 'V',
  Г: 'G',
  Д: 'D',
  Е: 'E',
  Ё: 'E',
  Ж: 'ZH',
  З: 'Z',
  И: 'I',
  Й: 'I',
  К: 'K',
  Л: 'L',
  М: 'M',
  Н: 'N',
  О: 'O',
  П: 'P',
  Р: 'R',
  С: 'S',
  Т: 'T',
  У: 'U',
  Ф: 'F',
  Х: 'KH',
  Ц: 'TS',
  Ч: 'CH',
  Ш: 'SH',
  Щ: 'SHCH',
  Ы: 'Y',
  Ъ: 'IE',
  Ь: '',
  Э: 'E',
  Ю: 'IU',
  Я: 'IA',
  // Ukrainian and Belarusian letters.
  І: 'I',
  Ї: 'I',
  Є: 'IE',
  Ґ: 'G',
  Ў: 'U',
}

/** Letters of internal Russian passports, whose zone writes one sign for each Cyrillic letter. */
const INTERNAL: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'Б',
  V: 'В',
  G: 'Г',
  D: 'Д',
  E: 'Е',
  2: 'Ё',
  J: 'Ж',
  Z: 'З',
  I: 'И',
  Q: 'Й',
  K: 'К',
  L: 'Л',
  M: 'М',
  N: 'Н',
  O: 'О',
  P: 'П',
  R: 'Р',
  S: 'С',
  T: 'Т',
  U: 'У',
  F: 'Ф',
  H: 'Х',
  C: 'Ц',
  3: 'Ч',
  4: 'Ш',
  W: 'Щ',
  X: 'Ъ',
  Y: 'Ы',
  9: 'Ь',
  6: 'Э',
  7: 'Ю',
  8: 'Я',
}

/** Latin letters that a zone writes with two, or with another one. */
const LATIN: Readonly<Record<string, string>> = {
  Ä: 'AE',
  Ö: 'OE',
  Ü: 'UE',
  ß: 'SS',
  ẞ: 'SS',
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'OE',
  Å: 'AA',
  Þ: 'TH',
  Ð: 'D',
  Ł: 'L',
  Đ: 'D',
  Ħ: 'H',
  Ŋ: 'N',
  Ŧ: 'T',
  Ĳ: 'IJ',
  ı: 'I',
  ĸ: 'K',
  Ñ: 'N',
}

/** The ways in which a zone may write the name; empty when its script is another one. */
export function zoneSpellings(name: string): readonly string[] {
  const upper = name.normalize('NFC').toUpperCase()
  const spellings = new Set([
    spell(upper, (letter) => PASSPORT[letter] ?? LATIN[letter]),
    // From 2010 to 2014 passports left the hard sign out; and many states write Ö as O.
    spell(upper.replaceAll('Ъ', ''), (letter) => PASSPORT[letter]),
  ])
  return [...spellings].filter((spelling) => /^[A-Z ]+$/.test(spelling))
}

function spell(upper: string, letterOf: (letter: string) => string | undefined): string {
  const spelled = [...upper].map((letter) => letterOf(letter) ?? plain(letter)).join('')
  return spelled
    .replace(/[-\s]+/g, ' ')
    .replace(/['’ʼ`.,]/g, '')
    .trim()
}

/** Without its accents; the letters that have no plain form are those of Nordic and Slavic scripts. */
function plain(letter: string): string {
  const base = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return SINGLE[base] ?? base
}
const SINGLE: Readonly<Record<string, string>> = {
  Ø: 'O',
  Æ: 'AE',
  Œ: 'OE',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
}

/** The name of an internal Russian passport in Cyrillic. */
export function fromInternal(name: string): string {
  return [...name].map((sign) => INTERNAL[sign] ?? sign).join('')
}
