const LETTERS: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'ie', ж: 'zh', з: 'z' },
  ...{ и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r' },
  ...{ с: 's', т: 't', у: 'u', ў: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia', ß: 'ss', ø: 'o', ł: 'l' },
}

/** Cyrillic in Latin letters, as passports write it, and Latin without marks; other scripts as they are. */
export function toLatin(text: string): string {
  return text
    .replaceAll(/[\u00df\u00d8\u00f8\u0141\u0142\u0400-\u04ff]/g, writeLetter)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
}

function writeLetter(letter: string): string {
  const lower = letter.toLowerCase()
  const written = LETTERS[lower] ?? letter
  return lower === letter ? written : written.charAt(0).toUpperCase() + written.slice(1)
}
