// Keeps the open page true without reloading it: when a message arrives the parts that show
// messages are fetched anew, what is typed stays. Runs in the browser; the page works without it.
export const LIVE_SCRIPT = `
const status = document.querySelector('.status')
const say = (state) => {
  if (!status) return
  status.dataset.state = state
  status.textContent = status.dataset[state]
}
const language = document.documentElement.lang
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
const absolute = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
const showTimes = () => {
  for (const time of document.querySelectorAll('time')) {
    const at = new Date(time.dateTime)
    const seconds = Math.round((at - Date.now()) / 1000)
    time.title = absolute.format(at)
    if (time.dataset.form === 'absolute' || seconds < -86400) time.textContent = absolute.format(at)
    else if (seconds > -60) time.textContent = relative.format(Math.min(seconds, 0), 'second')
    else if (seconds > -3600) time.textContent = relative.format(Math.ceil(seconds / 60), 'minute')
    else time.textContent = relative.format(Math.ceil(seconds / 3600), 'hour')
  }
}
let running = false, again = false
const refresh = async () => {
  if (running) { again = true; return }
  running = true
  try {
    const answer = await fetch(location.href)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const focused = document.activeElement?.getAttribute('href')
    for (const part of document.querySelectorAll('[data-part]')) {
      const fresh = page.querySelector('[data-part="' + part.dataset.part + '"]')
      if (fresh) part.replaceChildren(...fresh.childNodes)
    }
    if (focused && document.activeElement === document.body) {
      document.querySelector('a[href="' + CSS.escape(focused) + '"]')?.focus({ preventScroll: true })
    }
    showTimes()
  } catch { say('offline') }
  running = false
  if (again) { again = false; refresh() }
}
showTimes()
setInterval(showTimes, 10000)
let lost = false
const events = new EventSource('/live')
events.addEventListener('message', refresh)
events.addEventListener('open', () => { say('live'); if (lost) refresh(); lost = false })
events.addEventListener('error', () => { lost = true; say('offline') })
addEventListener('pagehide', () => events.close())
addEventListener('pageshow', (event) => { if (event.persisted) location.reload() })
`
