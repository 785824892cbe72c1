export const SHOP = `
.intro { padding: 4px 0 8px; }
.choices { display: flex; flex-wrap: wrap; gap: 8px; padding: 0; margin: 16px 0 20px; list-style: none; }
.choices a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 16px; border-radius: 22px; border: 1px solid var(--line); background: var(--card); color: inherit; text-decoration: none; font-size: 15px; }
.choices a:hover { border-color: var(--act); }
.choices a[aria-current] { background: var(--act); border-color: var(--act); color: var(--on-act); font-weight: 600; }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 12px; padding: 0; list-style: none; }
@media (min-width: 700px) { .grid { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 24px; } }
.card a { display: flex; flex-direction: column; height: 100%; border-radius: 18px; overflow: hidden; background: var(--card); box-shadow: var(--shadow); color: inherit; text-decoration: none; }
.card a:hover { transform: translateY(-2px); }
.card a:hover strong { text-decoration: underline; }
.picture { display: block; width: 100%; height: auto; aspect-ratio: 5 / 4; object-fit: cover; background: var(--soft); }
.card .words { display: flex; flex: 1; flex-direction: column; padding: 12px 14px 14px; }
.card strong { line-height: 22px; }
.card .price { margin-top: auto; padding-top: 8px; }
.price { font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.price.big { font-size: 26px; line-height: 34px; }
.nothing { padding: 48px 16px; text-align: center; color: var(--faint); }
.nothing strong { color: var(--ink); }
.centre { text-align: center; }
.product { display: grid; gap: 24px; }
@media (min-width: 760px) { .product { grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr); gap: 40px; align-items: start; } }
.product > .picture { border-radius: 24px; }
.product .price.big { margin-top: 12px; }
.product .text { margin-top: 12px; max-width: 55ch; white-space: pre-line; }
.add { display: flex; flex-wrap: wrap; align-items: end; gap: 12px; margin: 20px 0 24px; }
.add label { display: grid; gap: 4px; }
.add input[type=number] { width: 96px; }
.add button { flex: 1; max-width: 280px; }
.safe { padding: 16px 20px 18px; border-radius: 18px; background: var(--warm); }
.safe h2 { font-size: 16px; line-height: 24px; }
.safe ol { margin: 8px 0 0; padding-inline-start: 20px; font-size: 15px; line-height: 22px; }
.safe li + li { margin-top: 4px; }
.product + section { margin-top: 48px; }
.product + section h2 { margin-bottom: 16px; }
.sheet { padding: 18px 20px 20px; border-radius: 18px; background: var(--card); box-shadow: var(--shadow); }
.sheet + .sheet, h1 + .sheet, .lead + .sheet { margin-top: 16px; }
.split { display: grid; gap: 16px; margin-top: 20px; }
@media (min-width: 860px) { .split { grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); gap: 24px; align-items: start; } .sum { position: sticky; top: 16px; } }
.sum form { margin: 16px 0 12px; }
.row { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 4px 16px; }
.lines { padding: 0; list-style: none; }
.lines li { display: flex; align-items: center; gap: 14px; padding: 12px 0; border-top: 1px solid var(--line); }
.lines li:first-child { border-top: 0; }
.lines .picture { flex: none; width: 80px; border-radius: 12px; }
.what { flex: 1; min-width: 0; }
.what > .small { display: block; }
.what a { color: inherit; text-decoration: none; }
.what a:hover { text-decoration: underline; }
.quantity { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; margin-top: 6px; }
.quantity select { min-width: 68px; }
@media (scripting: enabled) { .scriptless { display: none; } }
@media (max-width: 480px) { .lines li { flex-wrap: wrap; } .lines .picture { width: 64px; } .lines .price { margin-inline-start: auto; } .lines .what:has(.quantity) { flex-basis: calc(100% - 78px); } .card .words { padding: 10px 12px 12px; } .card strong { font-size: 15px; } }
`
