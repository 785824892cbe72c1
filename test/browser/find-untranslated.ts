import type { Language } from './open-browser.ts'

/** Longer lines of Latin letters are words of a screen, unless they are known to be names or ids. */
const LONG = 12
const NAMES = [
  /@/,
  /Anna Maria|Eriksson|Invalidenstr/,
  /^Danbao\b/,
  /Chrom(e|ium)|Firefox|HeadlessChrome|Linux/,
  /^Sandbox (support|reviewer|arbiter|treasurer|administrator|merchant)$/,
  /Sample Market/,
  // Who collects money transfers in a sandbox.
  /^Sample Collector$/,
  /^Banco do Brasil$/,
  // Files of banks, and where in them something stands.
  /\.camt\.05[34]\.xml/,
  // Addresses, keys and types of events, and what a network says.
  /^https?:/,
  /^whpk_/,
  /^[a-z_]+\.[a-z_]+$/,
  /ECONNREFUSED/,
  /^[a-z]{3}_[0-9a-z]{26}$/,
]

/** Lines that Russians or Chinese would read in English. */
export function findUntranslated(
  screen: string,
  texts: ReadonlyMap<Language, string>,
): readonly string[] {
  const english = new Set(linesOf(texts.get('en') ?? ''))
  return [...texts]
    .filter(([language]) => language !== 'en')
    .flatMap(([language, text]) =>
      linesOf(text)
        .filter((line) => english.has(line) && isWords(line))
        .map((line) => `${screen}-${language}: in English: ${line}`),
    )
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim())
}

function isWords(line: string): boolean {
  const letters = line.match(/[a-z]/gi)?.length ?? 0
  return letters > LONG && !NAMES.some((name) => name.test(line))
}
