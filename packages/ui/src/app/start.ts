import { markTheme } from '../shells/theme.ts'
import { tabMemory } from '../state/memory.ts'
import { markDocument } from '../words/language.ts'

/** Before the first drawing: language and theme of the document, and the worker for offline. */
export function startApp(base: string, production: boolean): HTMLElement {
  markDocument()
  markTheme()
  addEventListener('vite:preloadError', reloadOnce)
  if (production && 'serviceWorker' in navigator) {
    addEventListener('load', () => {
      // Without it the app only does not open offline.
      navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => undefined)
    })
  }
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  return root
}

/**
 * After an update the files of the page that is open are gone; the new page has others. Once only:
 * when that does not help, the screen says that it could not be loaded.
 */
function reloadOnce(): void {
  const last = Number(tabMemory.read(RELOADED) ?? 0)
  if (!navigator.onLine || Date.now() - last < 60_000) return
  tabMemory.write(RELOADED, String(Date.now()))
  location.reload()
}

const RELOADED = 'reloaded'
