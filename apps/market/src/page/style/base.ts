// Of every pair of text and ground the contrast is 4.5:1 or more, in both themes.
export const BASE = `
:root {
  color-scheme: light dark;
  --ground: #faf6ef; --card: #ffffff; --ink: #241f38; --faint: #625c7a; --line: #e5ddd0;
  --act: #5b3fd1; --on-act: #ffffff; --soft: #efeafd; --warm: #ffefd9; --wrong: #a3172a; --good: #1d6b45;
  --awning: #ff7a59; --awning-light: #ffd9ae;
  --shadow: 0 1px 2px rgb(36 31 56 / 7%), 0 6px 18px rgb(36 31 56 / 7%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16131f; --card: #211d2e; --ink: #f2eefa; --faint: #b5adca; --line: #3b354f;
    --act: #b9a8ff; --on-act: #1b1430; --soft: #312a4a; --warm: #3a2f24; --wrong: #ff9aa6; --good: #7fdcab;
    --awning: #d95f42; --awning-light: #e8c79a; --shadow: none;
  }
}
* { box-sizing: border-box; margin: 0; }
html { -webkit-text-size-adjust: 100%; }
body {
  background: var(--ground); color: var(--ink); min-width: 320px; min-height: 100dvh;
  display: flex; flex-direction: column; overflow-wrap: anywhere;
  font: 16px/24px system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif;
}
h1, h2, h3, .brand strong { font-family: ui-rounded, 'SF Pro Rounded', 'Nunito', system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif; }
h1 { font-size: 28px; line-height: 36px; letter-spacing: -.01em; }
h2 { font-size: 20px; line-height: 28px; }
h3 { font-size: 16px; line-height: 24px; }
a { color: var(--act); text-underline-offset: 3px; }
p + p { margin-top: 8px; }
small, .small { font-size: 14px; line-height: 20px; color: var(--faint); }
.lead { color: var(--faint); margin-top: 8px; max-width: 60ch; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset-inline-start: 16px; top: -60px; padding: 10px 16px; border-radius: 0 0 12px 12px; background: var(--act); color: var(--on-act); z-index: 1; }
.skip:focus { top: 0; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; border-radius: 4px; }
header { background: var(--card); border-bottom: 1px solid var(--line); }
.awning { height: 18px; background: repeating-linear-gradient(90deg, var(--awning) 0 28px, var(--awning-light) 28px 56px);
  -webkit-mask: radial-gradient(circle 14px at 14px 4px, #000 98%, #0000) 0 0 / 28px 18px; mask: radial-gradient(circle 14px at 14px 4px, #000 98%, #0000) 0 0 / 28px 18px; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: 0 24px; max-width: 1080px; margin: 0 auto; padding: 4px 16px 6px; }
.brand { display: flex; align-items: center; gap: 12px; min-height: 52px; color: inherit; text-decoration: none; }
.brand strong { display: block; font-size: 18px; line-height: 24px; }
.brand small { display: block; line-height: 18px; }
header nav { display: flex; flex-wrap: wrap; margin-inline: -10px auto; }
header nav a { display: inline-flex; align-items: center; gap: 6px; min-height: 44px; padding: 0 10px; color: inherit; text-decoration: none; font-weight: 600; font-size: 15px; }
header nav a[aria-current] { color: var(--act); background: linear-gradient(currentColor, currentColor) 10px 37px / calc(100% - 20px) 2px no-repeat; }
@media (max-width: 400px) { header nav { margin-inline: -7px auto; } header nav a { padding: 0 7px; font-size: 14px; } }
.count { display: inline-grid; place-items: center; min-width: 24px; height: 24px; padding: 0 7px; border-radius: 12px; background: var(--act); color: var(--on-act); font: 600 14px/24px system-ui, sans-serif; }
main { flex: 1; width: 100%; max-width: 1080px; margin: 0 auto; padding: 28px 16px 56px; }
.narrow { max-width: 700px; margin: 0 auto; }
footer { border-top: 1px solid var(--line); padding: 20px 16px 28px; text-align: center; font-size: 14px; line-height: 20px; color: var(--faint); }
footer p { margin-top: 8px; }
footer a { display: inline-block; padding: 8px; }
.languages { display: flex; justify-content: center; gap: 4px; }
.languages button { background: none; color: var(--act); padding: 0 12px; font-weight: 400; }
.languages button[aria-pressed] { color: inherit; font-weight: 600; text-decoration: underline; text-underline-offset: 5px; }
@media (min-width: 760px) { header nav { margin-inline: auto -10px; } h1 { font-size: 34px; line-height: 42px; } main { padding-top: 36px; } }
@media (prefers-reduced-motion: no-preference) { .card a, button, .button { transition: transform .12s, box-shadow .12s, filter .12s; } }
`
