import { markTheme } from '../shells/theme.ts'
import { markDocument } from '../words/language.ts'

/** Before the first drawing: language and theme of the document, and the worker for offline. */
export function startApp(base: string, production: boolean): HTMLElement {
  markDocument()
  markTheme()
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
