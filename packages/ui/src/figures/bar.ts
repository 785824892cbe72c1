export interface Bar {
  readonly key: string
  /** 'Mar 4': at the foot of the first, the last and the marked bar, and in the table. */
  readonly label: string
  /** Zero or more: minor units of one currency, or how many there are. */
  readonly value: bigint
  /** The value as it is said: '$12.00'. */
  readonly text: string
  /** Today, for instance. */
  readonly marked?: boolean
  /** What the bar is made of. */
  readonly href?: string | undefined
}

export interface BarChartProps {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Heads of the same figures as a table. */
  readonly heads: readonly [label: string, value: string]
}
