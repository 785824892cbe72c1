import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from '../controls/button.tsx'
import { createStore, useStore } from '../state/store.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'

const toastWords = words({
  region: { en: 'Messages', ru: 'Сообщения', zh: '消息' },
  dismiss: { en: 'Dismiss', ru: 'Скрыть', zh: '关闭' },
})

interface Shown {
  readonly id: number
  readonly text: string
  readonly kind: 'success' | 'danger'
}

const shown = createStore<readonly Shown[]>([])
let lastId = 0

/** Says briefly that something worked. What must be read belongs into a Callout, not here. */
export function toast(text: string, kind: Shown['kind'] = 'success'): void {
  lastId += 1
  shown.set([...shown.get().slice(-2), { id: lastId, text, kind }])
}

const dismiss = (id: number): void => shown.set(shown.get().filter((one) => one.id !== id))

/** Where toasts appear: once in an app. */
export function Toasts() {
  const t = useWords(toastWords)
  const all = useStore(shown)
  return (
    <section
      aria-label={t('region')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-50 flex flex-col items-center gap-2 px-4 sm:bottom-6"
    >
      {all.map((one) => (
        <ToastLine key={one.id} {...one} />
      ))}
    </section>
  )
}

const READING_MS = 6_000

function ToastLine({ id, text, kind }: Shown) {
  const t = useWords(toastWords)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss(id), READING_MS)
    return () => clearTimeout(timer)
  }, [id, held])
  const Icon = kind === 'success' ? CircleCheck : CircleAlert
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full animate-rise items-center gap-3 rounded-card border border-line bg-card ps-4 pe-1 shadow-card"
    >
      <Icon
        aria-hidden
        className={kind === 'success' ? 'size-5 shrink-0 text-jade' : 'size-5 shrink-0 text-danger'}
      />
      <span className="py-2.5">{text}</span>
      <IconButton icon={X} label={t('dismiss')} onClick={() => dismiss(id)} />
    </div>
  )
}
