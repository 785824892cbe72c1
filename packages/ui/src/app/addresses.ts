/**
 * Where to go after signing in: a path of the same app, or its first page. Anything that a browser
 * could take for another site ('//host', 'https:', '/\host') is not followed.
 */
export function safeNext(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next)) return '/'
  return /[\\\p{Cc}]/u.test(next) ? '/' : next
}

/** The sign-in that leads back to where somebody wanted to go. */
export function signInFor(wanted: string): string {
  const next = safeNext(wanted)
  return next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`
}

/** Queries as plain text: a router that reads JSON would make a number of a token of digits. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]): [string, string] => [name, String(value)])
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}
