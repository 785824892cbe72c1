export const FORMS = `
button, .button {
  display: inline-flex; align-items: center; justify-content: center; min-height: 44px; padding: 8px 18px;
  border: 0; border-radius: 22px; font: inherit; font-weight: 600; line-height: 20px; text-align: center; text-decoration: none; cursor: pointer;
  background: var(--soft); color: var(--act);
}
button:hover, .button:hover { filter: brightness(.96); }
@media (prefers-color-scheme: dark) { button:hover, .button:hover { filter: brightness(1.12); } }
button.primary, .button.primary { background: var(--act); color: var(--on-act); }
button.plain { background: none; padding: 8px 10px; font-weight: 400; text-decoration: underline; text-underline-offset: 3px; }
.wide { width: 100%; }
.actions { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; margin-top: 16px; }
.actions + form { margin-top: 8px; }
label { font-weight: 600; font-size: 14px; line-height: 20px; }
input, select, textarea {
  font: inherit; font-weight: 400; color: var(--ink); background: var(--card); border: 1px solid var(--faint);
  border-radius: 10px; min-height: 44px; padding: 8px 12px; max-width: 100%;
}
textarea { resize: vertical; }
input[aria-invalid], textarea[aria-invalid] { border: 2px solid var(--wrong); }
.wrong { color: var(--wrong); font-weight: 600; font-size: 14px; line-height: 20px; }
.fields { display: grid; gap: 12px; }
.fields label { display: grid; gap: 4px; }
.fields label input, .fields label textarea { width: 100%; }
.fields button { justify-self: start; }
.fields .tick { display: flex; align-items: center; gap: 10px; min-height: 44px; font-weight: 400; font-size: 16px; }
.fields .tick input, .pictures input { width: 20px; height: 20px; min-height: 0; accent-color: var(--act); }
fieldset { border: 0; padding: 0; min-width: 0; }
legend { font-weight: 600; font-size: 14px; padding: 0 0 6px; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(96px, 1fr)); gap: 10px; }
.fields .pictures label { position: relative; gap: 0; padding: 0 0 8px; border: 2px solid var(--line); border-radius: 12px; overflow: hidden; text-align: center; cursor: pointer; }
.pictures label:has(input:checked) { border-color: var(--act); background: var(--soft); }
.pictures label:has(input:focus-visible) { outline: 3px solid var(--act); outline-offset: 2px; }
.fields .pictures input { position: absolute; top: 6px; inset-inline-start: 6px; width: 20px; }
.pictures .picture { display: block; width: 100%; border-radius: 0; margin-bottom: 6px; }
.people { display: grid; gap: 8px; margin: 16px 0; }
@media (min-width: 620px) { .people { grid-template-columns: 1fr 1fr; } }
.person { display: flex; align-items: center; justify-content: flex-start; gap: 12px; padding: 12px; border-radius: 14px; text-align: start; color: var(--ink); font-weight: 400; }
button.person { background: var(--card); border: 1px solid var(--line); }
button.person:hover { border-color: var(--act); filter: none; }
.person strong, .person small, .person .small { display: block; }
.initials { flex: none; display: grid; place-items: center; width: 44px; height: 44px; border-radius: 50%; background: var(--soft); color: var(--act); font-weight: 600; }
.badge { display: inline-block; margin-top: 4px; padding: 0 8px; border-radius: 8px; background: var(--warm); font-size: 14px; line-height: 22px; }
summary { min-height: 44px; padding: 10px 0; cursor: pointer; font-weight: 600; }
details.sheet { padding-block: 4px; }
details form { padding-bottom: 12px; }
`
