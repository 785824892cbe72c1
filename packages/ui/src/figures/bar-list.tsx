import { cx } from '../parts/cx.ts'
import { Link } from '../shells/link.tsx'
import type { Bar } from './bar.ts'
import { percentOf } from './percent-of.ts'

export interface BarListProps {
  /** What the bars compare, for screen readers. */
  readonly title: string
  readonly bars: readonly Bar[]
}

/** A few things by their size, each with its words: a bar below the other. */
export function BarList({ title, bars }: BarListProps) {
  const max = bars.reduce((most, { value }) => (value > most ? value : most), 1n)
  return (
    <ul aria-label={title} className="flex flex-col">
      {bars.map((bar) => (
        <li key={bar.key}>
          <BarRow bar={bar} percent={percentOf(bar.value, max)} />
        </li>
      ))}
    </ul>
  )
}

/** The whole row leads to what it is made of. */
function BarRow({ bar, percent }: { readonly bar: Bar; readonly percent: number }) {
  const { href, label, text, marked } = bar
  const inside = (
    <>
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{label}</span>
        <span
          className={cx(
            'tabular-nums',
            href === undefined
              ? 'text-ink-soft'
              : 'text-jade underline decoration-1 underline-offset-3',
          )}
        >
          {text}
        </span>
      </span>
      <span aria-hidden className="mt-1 block h-2 overflow-hidden rounded-full bg-well">
        <span
          className={cx('block h-full rounded-full', marked === true ? 'bg-jade' : 'bg-edge')}
          style={{ width: `${percent}%` }}
        />
      </span>
    </>
  )
  const look = '-mx-2 block min-h-11 rounded-card px-2 py-1.5 text-small'
  if (href === undefined) return <div className={look}>{inside}</div>
  return (
    <Link href={href} className={cx(look, 'hover:bg-well')}>
      {inside}
    </Link>
  )
}
