import { html, type Html } from './html.ts'

/** A sentence with something in place of its `#`. */
export function fill(sentence: string, piece: Html | string): Html {
  const [before = '', after = ''] = sentence.split('#')
  return html`${before}${piece}${after}`
}
