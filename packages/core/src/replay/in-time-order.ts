import type { Instant } from '@danbao/kernel'
import type { LifeStep } from './order-life.ts'

export interface TimeOrder {
  /** So many steps are under way together, or the transactions would be small. */
  readonly atOnce: number
  /** Called before each portion with the instant of its first step: all before it is done. */
  onPortion(at: Instant): Promise<void>
  onStep(): void
}

interface Placed {
  readonly life: number
  readonly step: LifeStep
}

/** Runs the steps of all lives in the order of time; those of one life strictly in sequence. */
export async function runInTimeOrder(
  lives: readonly (readonly LifeStep[])[],
  { atOnce, onPortion, onStep }: TimeOrder,
): Promise<void> {
  const placed = lives
    .flatMap((steps, life) => steps.map((step): Placed => ({ life, step })))
    .toSorted((a, b) => a.step.at - b.step.at)
  for (let from = 0; from < placed.length; from += atOnce) {
    const portion = placed.slice(from, from + atOnce)
    const [first] = portion
    if (first !== undefined) await onPortion(first.step.at)
    const sequences = Map.groupBy(portion, ({ life }) => life)
    await Promise.all([...sequences.values()].map((sequence) => runSequence(sequence, onStep)))
  }
}

async function runSequence(sequence: readonly Placed[], onStep: () => void): Promise<void> {
  for (const { step } of sequence) {
    await step.run()
    onStep()
  }
}
