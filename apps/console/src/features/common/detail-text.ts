type Detail = Readonly<Record<string, string | number | boolean | null>>

/** Further facts of an entry on one line: 'reason: …, kind: …'. Names are those of the log. */
export function detailText(detail: Detail): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${value}`)
    .join(' · ')
}
