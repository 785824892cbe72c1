export const ORDERS = `
.orders { display: grid; gap: 12px; padding: 0; margin-top: 16px; list-style: none; }
.orders .sheet { position: relative; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; margin: 0; padding: 14px 18px; }
.orders .sheet > a { color: inherit; text-decoration: none; }
.orders .sheet > a::after { content: ''; position: absolute; inset: 0; border-radius: 18px; }
.orders .sheet:hover > a { text-decoration: underline; }
.orders .price { margin-inline-start: auto; }
.thumbs { display: flex; gap: 6px; }
.thumbs .picture { width: 56px; border-radius: 10px; }
.states { display: flex; flex-wrap: wrap; gap: 6px; }
.state { display: inline-block; padding: 2px 12px; border-radius: 14px; font-weight: 600; font-size: 14px; line-height: 24px; background: var(--soft); color: var(--ink); }
.state::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-inline-end: 8px; border-radius: 50%; background: var(--act); }
.state[data-tone=wait] { background: var(--warm); } .state[data-tone=wait]::before { background: none; border: 2px solid currentColor; }
.state[data-tone=good]::before { background: var(--good); }
.state[data-tone=bad]::before { background: var(--wrong); border-radius: 0; transform: rotate(45deg); }
.state[data-tone=off] { background: none; box-shadow: inset 0 0 0 1px var(--line); color: var(--faint); } .state[data-tone=off]::before { background: var(--faint); }
.sheet h2 + div, .sheet h2 + .lines { margin-top: 8px; }
.sheet .button { margin-top: 8px; }
.notice { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 10px 20px; margin-top: 16px; padding: 14px 20px; border-radius: 18px; background: var(--soft); }
.notice.warn { background: var(--warm); box-shadow: inset 0 0 0 2px var(--awning); }
[data-part=pay]:empty { display: none; }
.notice + .sheet, [data-part] + .sheet, .notice + section, .split + .sheet { margin-top: 16px; }
.steps { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); padding: 0; margin: 18px 0 14px; list-style: none; }
.steps li { position: relative; padding: 22px 6px 0 0; font-size: 14px; line-height: 20px; color: var(--faint); overflow-wrap: break-word; }
.steps li::before { content: ''; position: absolute; top: 0; inset-inline-start: 0; width: 14px; height: 14px; border-radius: 50%; border: 2px solid var(--faint); background: var(--card); z-index: 1; }
.steps li::after { content: ''; position: absolute; top: 6px; inset-inline: 14px 0; height: 2px; background: var(--line); }
.steps li:last-child::after { display: none; }
.steps li[data-done] { color: var(--ink); } .steps li[data-done] span { font-weight: 600; }
.steps li[data-done]::before { background: var(--act); border-color: var(--act); } .steps li[data-done]::after { background: var(--act); }
.steps li[aria-current]::before { border-color: var(--act); box-shadow: 0 0 0 4px var(--soft); }
.steps li[aria-current] { color: var(--ink); }
.steps small { display: block; font-size: 13px; line-height: 18px; }
@media (max-width: 480px) {
  .steps { grid-template-columns: 1fr; margin-bottom: 8px; } .steps li { padding: 0 0 14px 28px; } .steps li:last-child { padding-bottom: 0; } .steps li::before { top: 3px; }
  .steps li::after { top: 17px; bottom: -3px; height: auto; inset-inline: 6px auto; width: 2px; } .steps small { display: inline; margin-inline-start: 8px; }
}
.dispute { margin: 12px 0; padding: 14px 16px; border-radius: 14px; background: var(--warm); }
blockquote { margin: 6px 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--awning); white-space: pre-line; }
.code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 15px; }
section[aria-labelledby] > h2 .count { background: var(--soft); color: var(--ink); margin-inline-start: 4px; }
[data-part=parcels] > section { margin-top: 24px; }
main > section.sheet { margin-top: 28px; }
.panel form + .small { margin-top: 12px; }
[data-part=actions] > .sheet + .sheet { margin-top: 16px; }
.panel .sheet { border: 2px dashed var(--line); box-shadow: none; }
`
