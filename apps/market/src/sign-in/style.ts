import { createHash } from 'node:crypto'

/** The look of the market is its own: nobody should take its pages for those of the wallet. */
export const STYLE = `
:root { --ground: #f3f1fb; --card: #fff; --ink: #211d33; --faint: #625c7a; --line: #ddd8ee; --act: #5b3fd1; --on-act: #fff; --soft: #ece7fd; --wrong: #a3172a }
@media (prefers-color-scheme: dark) { :root { --ground: #15121f; --card: #201c2e; --ink: #efecf8; --faint: #b0a9c6; --line: #3a3450; --act: #b5a3ff; --on-act: #1b1430; --soft: #2f2847; --wrong: #ff9aa6 } }
* { box-sizing: border-box }
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 16px; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', sans-serif }
main { width: 100%; max-width: 420px; background: var(--card); border-radius: 16px; padding: 24px; box-shadow: 0 8px 32px #1b143018; overflow-wrap: anywhere }
.market { margin: 0 0 16px; font-weight: 600; color: var(--act) }
h1 { margin: 0; font-size: 24px; line-height: 1.25 }
.lead { margin: 4px 0 0; color: var(--faint) }
.small, small { font-size: 14px; color: var(--faint) }
.wrong { color: var(--wrong) }
form { margin: 16px 0 0; display: grid; gap: 8px }
label { display: grid; gap: 4px; font-size: 14px }
input { font: inherit; min-height: 44px; padding: 8px 12px; border: 1px solid var(--faint); border-radius: 8px; background: var(--ground); color: var(--ink); width: 100% }
button { font: inherit; min-height: 44px; padding: 8px 16px; border: 0; border-radius: 12px; cursor: pointer; color: var(--ink); background: var(--soft) }
button.primary { background: var(--act); color: var(--on-act); font-weight: 600 }
button.plain { background: none; color: var(--faint) }
button.shopper { display: flex; align-items: center; gap: 12px; text-align: start; padding: 12px; background: none; border: 1px solid var(--line) }
button.shopper:hover { background: var(--soft) }
button.shopper strong, button.shopper small { display: block }
.initials { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; background: var(--soft); color: var(--act); font-weight: 600 }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
summary { min-height: 44px; padding: 10px 0; cursor: pointer }
ul { padding-inline-start: 20px }
`

/** What a content security policy allows of styles: this one sheet. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
