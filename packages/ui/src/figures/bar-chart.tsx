import { cx } from '../parts/cx.ts'
import { Link } from '../shells/link.tsx'
import type { Bar, BarChartProps } from './bar.ts'
import { ChartTable, FoldedTable } from './chart-table.tsx'

const WIDTH = 640
const HEIGHT = 120

/**
 * Bars over time. Who can not see them gets the same as a table; where bars lead somewhere, it can
 * be opened by everybody, because small bars are hard to hit and thirty stops are many for a key.
 */
export function BarChart({ title, bars, heads }: BarChartProps) {
  const max = bars.reduce((most, { value }) => (value > most ? value : most), 1n)
  const step = WIDTH / Math.max(1, bars.length)
  const Table = bars.some(({ href }) => href !== undefined) ? FoldedTable : ChartTable
  return (
    <figure>
      <div aria-hidden className="relative">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-32 w-full"
        >
          <line x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} className="stroke-line" />
          {bars.map((bar, at) => (
            <BarShape key={bar.key} bar={bar} x={at * step} width={step} height={share(bar, max)} />
          ))}
        </svg>
        <BarLinks bars={bars} />
      </div>
      <figcaption aria-hidden className="mt-1 flex justify-between text-small text-ink-soft">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </figcaption>
      <Table title={title} bars={bars} heads={heads} />
    </figure>
  )
}

/** Over the whole height of each column that leads somewhere, for the pointer. */
function BarLinks({ bars }: Pick<BarChartProps, 'bars'>) {
  const width = 100 / Math.max(1, bars.length)
  return bars.map(({ key, label, text, href }, at) =>
    href === undefined ? null : (
      <span
        key={key}
        className="absolute inset-y-0"
        style={{ insetInlineStart: `${at * width}%`, width: `${width}%` }}
      >
        <Link
          href={href}
          tabIndex={-1}
          title={`${label}: ${text}`}
          className="block size-full rounded-small hover:bg-jade/15"
        >
          {''}
        </Link>
      </span>
    ),
  )
}

interface BarShapeProps {
  readonly bar: Bar
  readonly x: number
  readonly width: number
  readonly height: number
}

function BarShape({ bar, x, width, height }: BarShapeProps) {
  return (
    <g>
      {/* The whole column answers to the pointer, or small bars could not be asked. */}
      <rect x={x} y="0" width={width} height={HEIGHT} className="fill-transparent">
        <title>{`${bar.label}: ${bar.text}`}</title>
      </rect>
      <rect
        x={x + width * 0.15}
        y={HEIGHT - height}
        width={width * 0.7}
        height={height}
        className={cx('pointer-events-none', bar.marked === true ? 'fill-jade' : 'fill-edge')}
      />
    </g>
  )
}

/** Height of a bar in units of the drawing; what is not nothing stays visible. */
function share({ value }: Bar, max: bigint): number {
  if (value <= 0n) return 0
  return Math.max(3, Number((value * BigInt(HEIGHT - 8)) / max))
}
