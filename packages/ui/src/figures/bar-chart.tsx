import { cx } from '../parts/cx.ts'

export interface Bar {
  readonly key: string
  /** 'Mar 4': at the foot of the first, the last and the marked bar, and in the table. */
  readonly label: string
  /** Zero or more, in the minor units of one currency. */
  readonly value: bigint
  /** The value as it is said: '$12.00'. */
  readonly text: string
  /** Today, for instance. */
  readonly marked?: boolean
}

export interface BarChartProps {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Heads of the table that screen readers get. */
  readonly heads: readonly [label: string, value: string]
}

const WIDTH = 640
const HEIGHT = 120

/** Bars over time. Who can not see them gets the same as a table. */
export function BarChart({ title, bars, heads }: BarChartProps) {
  const max = bars.reduce((most, { value }) => (value > most ? value : most), 1n)
  const step = WIDTH / Math.max(1, bars.length)
  return (
    <figure>
      <svg
        aria-hidden
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-32 w-full"
      >
        <line x1="0" x2={WIDTH} y1={HEIGHT - 1} y2={HEIGHT - 1} className="stroke-line" />
        {bars.map((bar, at) => (
          <BarShape key={bar.key} bar={bar} x={at * step} width={step} height={share(bar, max)} />
        ))}
      </svg>
      <figcaption aria-hidden className="mt-1 flex justify-between text-small text-ink-soft">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </figcaption>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td>{bar.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
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
