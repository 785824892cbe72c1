import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { cx } from './cx.ts'

const calloutWords = words({
  info: { en: 'Good to know', ru: 'К сведению', zh: '提示' },
  attention: { en: 'Please note', ru: 'Обратите внимание', zh: '请注意' },
  danger: { en: 'Careful', ru: 'Осторожно', zh: '警告' },
  success: { en: 'Done', ru: 'Готово', zh: '完成' },
})

export type CalloutKind = keyof typeof calloutWords

const LOOKS: Readonly<Record<CalloutKind, readonly [LucideIcon, ground: string, title: string]>> = {
  info: [Info, 'bg-well', 'text-ink'],
  attention: [TriangleAlert, 'bg-amber-wash', 'text-amber'],
  danger: [CircleAlert, 'bg-danger-wash', 'text-danger'],
  success: [CircleCheck, 'bg-jade-wash', 'text-jade'],
}

export interface CalloutProps {
  readonly kind?: CalloutKind
  /** A word for the kind stands there when it is left out: a colour alone says nothing. */
  readonly title?: string
  readonly children?: ReactNode
  /** What can be done about it. */
  readonly action?: ReactNode
  /** Appeared just now, so that screen readers say it. */
  readonly live?: boolean
  readonly className?: string
}

export function Callout(props: CalloutProps) {
  const { kind = 'info', title, children, action, live = false, className } = props
  const t = useWords(calloutWords)
  const [Icon, ground, colour] = LOOKS[kind]
  return (
    <div
      // What just appeared may be above what is seen of the page.
      ref={live ? showInView : undefined}
      role={live ? 'alert' : undefined}
      className={cx('flex gap-3 rounded-card p-4', ground, className)}
    >
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', colour)} />
      <div className="min-w-0 flex-1">
        <p className={cx('font-strong', colour)}>{title ?? t(kind)}</p>
        {children !== undefined && <div className="mt-1">{children}</div>}
        {action !== undefined && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  )
}

function showInView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}
