import { cx } from '../parts/cx.ts'
import { percentOf } from './percent-of.ts'

export interface MeterProps {
  readonly label: string
  readonly used: bigint
  readonly of: bigint
  /** '$40.00 of $100.00'. */
  readonly text: string
}

/** How much of a limit is used. From nine tenths on it asks for attention. */
export function Meter({ label, used, of, text }: MeterProps) {
  const percent = percentOf(used, of)
  return (
    <div>
      <div className="mb-1.5 flex flex-wrap justify-between gap-x-4">
        <span>{label}</span>
        <span className="text-ink-soft tabular-nums">{text}</span>
      </div>
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
        className="h-2 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cx('h-full rounded-full', percent >= 90 ? 'bg-amber' : 'bg-jade')}
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  )
}
