/** A part of the installation that people open in a browser. */
export interface Door {
  readonly href: string
  /** Its name in each language of the product. */
  readonly names: Readonly<Record<'en' | 'ru' | 'zh-Hans', string>>
}

const DEVELOPERS = [
  ['/docs', 'API reference'],
  ['/v1/openapi.json', 'OpenAPI 3.1 document'],
  ['/healthz', 'Health'],
  ['/readyz', 'Readiness'],
  ['/metrics', 'Metrics'],
] as const

export const START_STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;
color:light-dark(#16202f,#ece7dc);background:light-dark(#f7f3eb,#0d131c)}
ul{list-style:none;padding:0;margin:0 0 2rem;display:grid;gap:.75rem}
.door{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1rem;padding:1rem 1.25rem;border-radius:12px;
text-decoration:none;color:inherit;background:light-dark(#fffdf9,#151d29);border:1px solid light-dark(#857f72,#76828f)}
.door:hover{border-color:light-dark(#0b6a4f,#58c9a1)}.door b{font-size:1.125rem}
a{color:light-dark(#0b6a4f,#58c9a1)}h2{font-size:1rem}.api{gap:.25rem}.api a{display:inline-block;padding:.125rem 0}`

/**
 * What stands at the root: the ways to the apps, each named in all languages, so that nobody has to
 * choose one first; below, in English, what developers and machines ask for.
 */
export function startPage(about: string, doors: readonly Door[]): string {
  const opened = doors.map((door) => `<li>${showDoor(door)}</li>`).join('')
  const links = DEVELOPERS.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join('')
  return `${opened === '' ? '' : `<ul>${opened}</ul>`}
<h2>API</h2><p>${about}</p><ul class="api">${links}</ul>`
}

function showDoor({ href, names }: Door): string {
  const { en, ...others } = names
  const rest = Object.entries(others).map(([tag, name]) => `<span lang="${tag}">${name}</span>`)
  return `<a class="door" href="${href}"><b>${en}</b>${rest.join('')}</a>`
}
