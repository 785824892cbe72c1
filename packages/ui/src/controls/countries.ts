export interface Country {
  readonly code: string
  readonly name: string
}

/** These countries (ISO 3166-1 alpha-2) by their names in the language, in its alphabetical order. */
export function listCountries(codes: readonly string[], locale: string): readonly Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return codes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
}

/** The country's name in the language. */
export function countryName(code: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
}

/**
 * Those that a typed text can mean: by the name or code, in the person's language or in English;
 * names that begin with it come first.
 */
export function findCountries(
  typed: string,
  countries: readonly Country[],
  english: ReadonlyMap<string, string>,
): readonly Country[] {
  const wanted = fold(typed)
  if (wanted === '') return countries
  const rank = ({ code, name }: Country): number => {
    const names = [fold(name), fold(english.get(code) ?? '')]
    if (names.some((one) => one.startsWith(wanted)) || fold(code) === wanted) return 0
    return names.some((one) => one.includes(wanted)) ? 1 : 2
  }
  return countries
    .map((country) => ({ country, rank: rank(country) }))
    .filter((entry) => entry.rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ country }) => country)
}

/** Without case and accents: 'Åland' is found by 'aland'. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}
