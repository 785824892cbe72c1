import { html, type Html } from './html.ts'

/** Boxes to tick, one for each name. */
export function showSwitches<N extends string>(
  names: readonly N[],
  words: Readonly<Record<N, string>>,
  settings: Readonly<Record<N, boolean>>,
): Html[] {
  return names.map(
    (name) =>
      html`<label class="switch"
        ><input type="checkbox" name="${name}" ${settings[name] ? html`checked` : html``} />
        ${words[name]}</label
      >`,
  )
}

/** What their form sends: a box that is not ticked is not sent at all. */
export function readSwitches(
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
): unknown {
  const switches = names.map((name) => [name, fields[name] === 'on'])
  return { ...fields, ...Object.fromEntries(switches) }
}
