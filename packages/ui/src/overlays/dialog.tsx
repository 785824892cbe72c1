import { X } from 'lucide-react'
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../controls/button.tsx'
import { cx } from '../parts/cx.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'

const dialogWords = words({ close: { en: 'Close', ru: 'Закрыть', zh: '关闭' } })

export interface DialogProps {
  readonly open: boolean
  /** Asked for by Escape, the cross or a press beside it. */
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The buttons; the one that does it comes last. */
  readonly actions?: ReactNode
  /** Something is under way: it can not be closed now. */
  readonly busy?: boolean
}

/** A question that has to be answered first. The browser's own: it keeps the focus inside. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-card" />
}

/** The same from the edge of a phone's screen, in reach of the thumb; in the middle elsewhere. */
export function Sheet(props: DialogProps) {
  return (
    <Modal
      {...props}
      className="mx-auto mt-auto mb-0 w-full max-w-[30rem] rounded-t-card sm:mb-auto sm:rounded-card"
    />
  )
}

function Modal(props: DialogProps & { readonly className: string }) {
  const { open, onClose, title, children, actions, busy = false, className } = props
  const t = useWords(dialogWords)
  const id = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!open || dialog === null) return
    dialog.showModal()
    // Closing gives the focus back to where it was, also when the screen goes away.
    return () => dialog.close()
  }, [open])
  const close = (): void => {
    if (!busy) onClose()
  }
  const pressedBeside = (event: MouseEvent): void => {
    if (event.target === ref.current) close()
  }
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onMouseDown={pressedBeside}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      className={cx(
        'max-h-[min(90dvh,50rem)] flex-col bg-card p-0 text-ink shadow-card open:flex open:animate-rise backdrop:animate-appear backdrop:bg-shade',
        className,
      )}
    >
      {open && (
        <>
          <header className="flex items-start justify-between gap-2 ps-5 pe-2 pt-2">
            <h2
              id={id}
              tabIndex={-1}
              autoFocus
              className="py-2 text-large font-strong outline-none"
            >
              {title}
            </h2>
            <IconButton icon={X} label={t('close')} onClick={close} disabled={busy} />
          </header>
          <div className="flex flex-col gap-4 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {actions !== undefined && (
            <footer className="flex flex-col-reverse gap-2 border-t border-line p-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end">
              {actions}
            </footer>
          )}
        </>
      )}
    </dialog>
  )
}
