// On top of the mailbox's own; the same colours, so that the contrast holds here too.
export const CARD_STYLE = `
.note { color: var(--faint); font-size: 14px; line-height: 20px; }
.page > main > p { margin-bottom: 16px; }
.fields { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; }
.field { display: grid; gap: 4px; align-content: start; }
.field.whole { grid-column: 1 / -1; }
.field label { font-size: 14px; line-height: 20px; font-weight: 600; }
.field input, .field select { width: 100%; }
.field input[aria-invalid='true'] { border: 2px solid var(--seal); padding: 0 13px; }
.digits { font-variant-numeric: tabular-nums; }
.brand { float: inline-end; font-weight: 400; color: var(--faint); }
.wrong { font-size: 14px; line-height: 20px; }
.wrong::before { content: '⚠ '; }
.fields button { grid-column: 1 / -1; }
.box { padding: 12px 16px; border-radius: 12px; background: var(--paper); box-shadow: var(--shadow); margin-bottom: 16px; }
.box.bad { border-inline-start: 4px solid var(--seal); }
.box.bad strong::before { content: '⚠ '; }
.box strong { display: block; font-weight: 600; }
button.quiet { height: auto; min-height: 44px; padding-block: 10px; line-height: 24px; }
.quiet { background: none; color: var(--ink); border: 1px solid var(--faint); }
button[disabled] { opacity: .6; cursor: default; }
.choices { display: grid; gap: 12px; }
.choices button { width: 100%; }
details { margin-top: 16px; }
details .note { margin-bottom: 12px; }
summary { min-height: 44px; padding: 10px 0; cursor: pointer; font-weight: 600; }
.cards { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
.cards button, .cards .shown {
  display: grid; width: 100%; height: auto; min-height: 44px; padding: 8px 16px; text-align: start;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-radius: 12px; font-weight: 400;
}
.inline { display: inline-flex; margin: 8px 8px 0 0; }
.step { margin-top: 8px; font-size: 14px; line-height: 20px; }
.card .back { margin-inline-end: 16px; }
main > h2 { margin-top: 24px; }
main > .note { margin-bottom: 12px; }
.switch { display: flex; align-items: center; gap: 12px; min-height: 44px; grid-column: 1 / -1; }
.switch input { flex: none; width: 24px; height: 24px; accent-color: var(--jade); }
.fields + .choices { margin-top: 12px; }
.counts .field { grid-template-rows: 1fr auto; align-content: stretch; }
.line .note { display: block; }
.line { display: flex; gap: 16px; align-items: baseline; }
.line > .digits { margin-inline-start: auto; white-space: nowrap; font-weight: 600; }
.cards small { font-size: 14px; line-height: 20px; color: var(--faint); }
`
