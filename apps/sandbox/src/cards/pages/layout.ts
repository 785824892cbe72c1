import { html, type Html } from '../../pages/html.ts'
import { layOutOuterPage } from '../../pages/outer-layout.ts'
import type { PayWords } from './pay-words.ts'

/** That there is nothing to do here, and where to go instead. */
export function showEnd(
  words: PayWords,
  what: 'done' | 'expired' | 'gone' | 'answered',
  link: { readonly to: string; readonly label: string } | undefined,
): Html {
  const onward =
    link === undefined ? undefined : html`<a class="back" href="${link.to}">${link.label}</a>`
  return layOutOuterPage(words, {
    owner: what === 'answered' ? words.bank : words.processor,
    title: words[what],
    content: html`<p>${words[`${what}Hint`]}</p>
      ${onward}`,
  })
}
