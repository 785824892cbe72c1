import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { cx } from './cx.ts'

const stepWords = words({
  of: {
    en: 'Step {step} of {steps}: {title}',
    ru: 'Шаг {step} из {steps}: {title}',
    zh: '第 {step} 步，共 {steps} 步：{title}',
  },
  done: { en: 'done', ru: 'готово', zh: '已完成' },
  present: { en: 'now', ru: 'сейчас', zh: '当前' },
  later: { en: 'later', ru: 'позже', zh: '稍后' },
})

export interface ProgressProps {
  readonly titles: readonly string[]
  /** From 0. */
  readonly at: number
}

/** Where one is on a way of several screens. */
export function Progress({ titles, at }: ProgressProps) {
  const t = useWords(stepWords)
  const text = t('of', { step: at + 1, steps: titles.length, title: titles[at] ?? '' })
  return (
    <div>
      <p className="mb-2 text-small text-ink-soft">{text}</p>
      <div aria-hidden className="flex gap-1.5">
        {titles.map((title, index) => (
          <span
            key={title}
            className={cx('h-1.5 flex-1 rounded-full', index <= at ? 'bg-jade' : 'bg-line')}
          />
        ))}
      </div>
    </div>
  )
}

export interface Step {
  readonly title: string
  readonly state: 'done' | 'present' | 'later'
  /** Not on the usual way: it stands out of the line. */
  readonly aside?: boolean
  /** When it was done, until when it has to be. */
  readonly text?: ReactNode
}

/** What has happened, what is happening, what comes: from top to bottom. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  const t = useWords(stepWords)
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => (
        <li key={step.title} className="group flex gap-3" aria-current={current(step)}>
          <span className="flex flex-col items-center">
            <Dot state={step.state} aside={step.aside === true} />
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className={cx('w-0.5 flex-1', step.state === 'done' ? 'bg-jade' : 'bg-line')}
              />
            )}
          </span>
          <div
            className={cx(
              'min-w-0 pb-5 group-last:pb-0',
              step.state === 'later' && 'text-ink-soft',
              step.aside === true && 'ps-3',
            )}
          >
            <p className={cx(step.state === 'present' && 'font-strong')}>
              {step.title}
              <span className="sr-only"> ({t(step.state)})</span>
            </p>
            {step.text !== undefined && <div className="text-small text-ink-soft">{step.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}

const current = ({ state }: Step): 'step' | undefined => (state === 'present' ? 'step' : undefined)

function Dot({ state, aside }: { readonly state: Step['state']; readonly aside: boolean }) {
  if (aside) return <SideDot />
  return (
    <span
      aria-hidden
      className={cx(
        'grid size-6 shrink-0 place-items-center rounded-full border-2',
        state === 'done' && 'border-jade bg-jade text-on-jade',
        state === 'present' && 'border-jade',
        state === 'later' && 'border-line',
      )}
    >
      {state === 'done' && <Check className="size-3.5" strokeWidth={3.5} />}
      {state === 'present' && <span className="size-2.5 rounded-full bg-jade" />}
    </span>
  )
}

/** The way leaves the line here. */
function SideDot() {
  return (
    <span aria-hidden className="relative grid size-6 shrink-0 place-items-center">
      <span className="absolute start-1/2 h-full w-0.5 -translate-x-1/2 bg-line rtl:translate-x-1/2" />
      <span className="absolute start-1/2 h-0.5 w-5 bg-amber" />
      <span className="absolute start-6 size-3.5 rounded-full border-2 border-amber bg-card" />
    </span>
  )
}
