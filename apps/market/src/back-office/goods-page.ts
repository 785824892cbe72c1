import { html, type Html, NOTHING } from '../page/html.ts'
import type { Language } from '../page/language.ts'
import type { Page } from '../page/layout.ts'
import { PICTURE_NAMES } from '../shop/index.ts'
import { showPicture } from '../shop/pages.ts'
import { SELLING_WORDS } from './words.ts'

/** What was typed, and what of it is not right. */
export interface Draft {
  readonly title: string
  readonly description: string
  readonly price: string
  readonly picture: string
  readonly problems: readonly ('title' | 'description' | 'price' | 'full')[]
}

export const EMPTY_DRAFT: Draft = {
  title: '',
  description: '',
  price: '',
  picture: 'gift',
  problems: [],
}

export function newGoodsPage(language: Language, draft: Draft): Page {
  const { goods: words, back } = SELLING_WORDS[language]
  const problem = (name: Draft['problems'][number], text: string): Html =>
    draft.problems.includes(name)
      ? html`<span class="wrong" id="${name}-problem" role="alert">${text}</span>`
      : NOTHING
  const marks = (name: Draft['problems'][number]): Html =>
    draft.problems.includes(name)
      ? html`aria-invalid="true" aria-describedby="${name}-problem"`
      : NOTHING
  return {
    title: words.add,
    content: html`<div class="narrow">
      <p><a href="/selling">← ${back}</a></p>
      <h1>${words.add}</h1>
      ${problem('full', words.problems.full)}
      <form method="post" action="/selling/goods" class="sheet fields" data-once>
        <label
          >${words.name}<input
            name="title"
            value="${draft.title}"
            maxlength="80"
            required
            ${marks('title')}
        /></label>
        ${problem('title', words.problems.text)}
        <label
          >${words.description}<textarea
            name="description"
            rows="4"
            maxlength="600"
            required
            ${marks('description')}
          >
${draft.description}</textarea>
        </label>
        ${problem('description', words.problems.text)}
        <label
          >${words.price}<input
            name="price"
            value="${draft.price}"
            inputmode="decimal"
            autocomplete="off"
            required
            ${marks('price')}
        /></label>
        ${problem('price', words.problems.price)}
        <fieldset>
          <legend>${words.picture}</legend>
          <div class="pictures">${PICTURE_NAMES.map((name) => choice(language, name, draft))}</div>
        </fieldset>
        <button class="primary">${words.save}</button>
      </form>
    </div>`,
  }
}

function choice(language: Language, name: string, { picture }: Draft): Html {
  const label = SELLING_WORDS[language].goods.pictures[name] ?? name
  return html`<label
    ><input
      type="radio"
      name="picture"
      value="${name}"
      ${name === picture ? html`checked` : NOTHING}
    />${showPicture({ picture: name })}<span>${label}</span></label
  >`
}
