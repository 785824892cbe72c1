const VOWELS = 'аеёиоуыэюя'
const SYLLABLE = new RegExp(`[${VOWELS}](?=[^${VOWELS}ьъ][${VOWELS}])`, 'giu')

/**
 * Says where long Russian words may be broken: in a narrow column `удостоверение` left one letter
 * over, since not every browser knows where Russian is hyphenated.
 */
export function breakable(text: string): string {
  return text.replaceAll(/\p{Script=Cyrillic}{11,}/gu, (word) =>
    word.replaceAll(SYLLABLE, (vowel: string, at: number) =>
      at < 2 || at > word.length - 4 ? vowel : `${vowel}\u00AD`,
    ),
  )
}
