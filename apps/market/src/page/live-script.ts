// Keeps the open page true without reloading it: at news its parts are fetched anew. A part in
// which somebody has typed stays as it is. Runs in the browser; every page works without it.
export const LIVE_SCRIPT = `
const language = document.documentElement.lang
const times = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
const showTimes = () => {
  for (const time of document.querySelectorAll('time[datetime]')) {
    time.textContent = times.format(new Date(time.dateTime))
  }
}
const seen = new Map()
for (const part of document.querySelectorAll('[data-part]')) seen.set(part, part.innerHTML)
showTimes()
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
  })
}
for (const field of document.querySelectorAll('[data-send]')) {
  field.addEventListener('change', () => field.form.requestSubmit())
}
const isTouched = (part) => (part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')) || [...part.querySelectorAll('input, textarea, select')].some((field) =>
  field.type === 'checkbox' ? field.checked !== field.defaultChecked
    : field.tagName === 'SELECT' ? false : field.value !== field.defaultValue)
let running = false, again = false
const refresh = async () => {
  if (running) { again = true; return }
  running = true
  try {
    const answer = await fetch(location.pathname)
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      for (const part of document.querySelectorAll('[data-part]')) {
        const fresh = page.querySelector('[data-part="' + part.dataset.part + '"]')
        if (!fresh || isTouched(part) || seen.get(part) === fresh.innerHTML) continue
        const focused = part.contains(document.activeElement) ? document.activeElement.id : ''
        seen.set(part, fresh.innerHTML)
        part.replaceChildren(...fresh.childNodes)
        if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
      }
      showTimes()
    }
  } catch {}
  running = false
  if (again) { again = false; refresh() }
}
const source = document.body.dataset.live
if (source) {
  const events = new EventSource(source)
  let lost = false
  events.addEventListener('message', refresh)
  events.addEventListener('open', () => { if (lost) refresh(); lost = false })
  events.addEventListener('error', () => { lost = true })
  addEventListener('pagehide', () => events.close())
}
addEventListener('pageshow', (event) => { if (event.persisted) location.reload() })
`
