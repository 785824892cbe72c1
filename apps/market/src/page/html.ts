/** A piece of a page in which nothing is left to escape. */
export interface Html {
  readonly html: string
}

type Value = string | number | Html | readonly Html[] | undefined

export const NOTHING: Html = { html: '' }

/** Escapes every value that is not a piece itself, so that no text becomes markup. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: String.raw({ raw: parts }, ...values.map(toMarkup)) }
}

function toMarkup(value: Value): string {
  if (value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  return 'html' in value ? value.html : value.map((one) => one.html).join('')
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
