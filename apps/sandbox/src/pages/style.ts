// Of every pair of text and ground the contrast is 4.5:1 or more, in both themes.
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #f7f3ea; --paper: #fffdf8; --ink: #16202e; --faint: #5b6472; --line: #e4ddcd;
  --jade: #0b6b4f; --on-jade: #ffffff; --seal: #b8321c; --on-seal: #fff8ee;
  --shadow: 0 1px 2px rgb(22 32 46 / 8%), 0 4px 12px rgb(22 32 46 / 6%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #10151f; --paper: #1a2130; --ink: #ece7dc; --faint: #aab0bc; --line: #2c3547;
    --jade: #5fc7a0; --on-jade: #0c1a14; --shadow: none;
  }
}
* { box-sizing: border-box; margin: 0; }
body {
  background: var(--ground); color: var(--ink); min-width: 320px;
  font: 16px/24px Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', sans-serif;
}
.page { max-width: 720px; margin: 0 auto; padding: 20px 16px 48px; }
header { display: flex; align-items: center; gap: 12px; flex-wrap: wrap; }
.seal {
  display: inline-grid; place-items: center; width: 44px; height: 44px; border-radius: 8px;
  background: var(--seal); color: var(--on-seal); font: 26px/1 'Songti SC', SimSun, 'Noto Serif SC', serif;
}
.home { display: flex; align-items: center; gap: 12px; color: inherit; text-decoration: none; min-height: 44px; }
h1 { font-size: 24px; line-height: 32px; font-weight: 600; }
.status { margin-inline-start: auto; font-size: 14px; color: var(--faint); }
.status::before {
  content: ''; display: inline-block; width: 8px; height: 8px; border-radius: 50%;
  margin-inline-end: 8px; background: var(--jade);
}
.status[data-state='offline']::before { background: var(--seal); }
.tagline { color: var(--faint); font-size: 14px; line-height: 20px; margin: 8px 0 20px; }
form { display: flex; gap: 8px; }
input, select {
  flex: 1; min-width: 0; height: 44px; padding: 0 14px; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--faint); border-radius: 12px;
}
button {
  height: 44px; padding: 0 20px; border: 0; border-radius: 12px; font: inherit; font-weight: 600;
  background: var(--jade); color: var(--on-jade); cursor: pointer;
}
:focus-visible { outline: 2px solid var(--jade); outline-offset: 2px; }
.people { display: flex; gap: 8px; overflow-x: auto; padding: 12px 2px; margin: 4px 0 8px; list-style: none; }
.people a {
  display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 14px; white-space: nowrap;
  border-radius: 22px; background: var(--paper); border: 1px solid var(--line); color: inherit; text-decoration: none; font-size: 14px;
}
.people a[aria-current] { background: var(--jade); border-color: var(--jade); color: var(--on-jade); font-weight: 600; }
.people small { font-size: 14px; font-variant-numeric: tabular-nums; opacity: .85; }
.messages { list-style: none; padding: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
.card {
  display: block; padding: 14px 16px; border-radius: 12px; background: var(--paper); box-shadow: var(--shadow);
  color: inherit; text-decoration: none; overflow-wrap: anywhere;
}
.card:hover strong { text-decoration: underline; }
.row { display: flex; gap: 8px; align-items: baseline; font-size: 14px; line-height: 20px; color: var(--faint); }
.row .to { min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row time { margin-inline-start: auto; white-space: nowrap; font-variant-numeric: tabular-nums; }
.kind { flex: none; padding: 0 8px; border-radius: 6px; border: 1px solid var(--line); }
.card strong { display: block; margin: 4px 0 2px; font-weight: 600; }
.card .start { color: var(--faint); font-size: 14px; line-height: 20px; display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.card .words { display: block; margin-top: 6px; white-space: pre-line; }
.nothing { text-align: center; padding: 56px 16px; color: var(--faint); }
.nothing strong { display: block; color: var(--ink); font-weight: 600; }
.back { display: inline-flex; align-items: center; min-height: 44px; color: var(--jade); font-weight: 600; text-decoration: none; }
h2 { font-size: 24px; line-height: 32px; font-weight: 600; margin: 8px 0 12px; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; font-size: 14px; line-height: 20px; margin-bottom: 16px; }
dt { color: var(--faint); } dd { overflow-wrap: anywhere; }
.tabs { display: flex; gap: 4px; overflow-x: auto; border-bottom: 1px solid var(--line); margin-bottom: 12px; }
.tabs a { min-height: 44px; padding: 10px; font-size: 14px; white-space: nowrap; color: var(--faint); text-decoration: none; border-bottom: 2px solid transparent; }
.tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--jade); }
iframe { display: block; width: 100%; height: max(420px, calc(100dvh - 320px)); border: 0; border-radius: 12px; background: #ffffff; }
.text { padding: 16px; border-radius: 12px; background: var(--paper); box-shadow: var(--shadow); white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.text a { color: var(--jade); }
`
