export const LANGUAGES = ['en', 'ru', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** A word that one language has and another has not does not compile. */
export type InEachLanguage<Words> = Readonly<Record<Language, Words>>

export function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((language) => language === text)
}

/** The first tag that is a language of ours, else English. */
export function firstLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const language = tag.trim().slice(0, 2).toLowerCase()
    if (isLanguage(language)) return language
  }
  return 'en'
}

/** The tags of `Accept-Language`, the dearest first. */
export function acceptedTags(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', weight = 'q=1'] = entry.split(';').map((part) => part.trim())
      return { tag, weight: Number(weight.slice(2)) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}

/** For sums of words: "1 товар, 2 товара, 5 товаров". */
export function plural(
  language: Language,
  count: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }>,
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other
  return form.replace('#', String(count))
}
