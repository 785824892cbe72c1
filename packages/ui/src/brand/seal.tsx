import { cx } from '../parts/cx.ts'

/** The character 保 of 担保, guarantee: a person beside a child they carry. */
const PERSON = 'M37 19Q31 37 17 52M29 40V83'
const CHILD = 'M47 23H79V43H47ZM41 56H85M63 43V84M60 58Q54 72 40 79M66 58Q72 72 86 79'

export interface SealProps {
  /** Edge in pixels. */
  readonly size?: number
  /** `held`: the money is sealed. `open`: it was released or went back. */
  readonly state?: 'held' | 'open'
  /** Presses it on now, in a short motion; people who want less motion get none. */
  readonly press?: boolean
  /** Said to screen readers; left out where a word stands beside it. */
  readonly label?: string
  readonly className?: string
}

/** The seal: held money, and the mark of the house. It is used for nothing else. */
export function Seal({ size = 40, state = 'held', press = false, label, className }: SealProps) {
  return (
    <svg
      viewBox="0 0 104 104"
      width={size}
      height={size}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
      className={cx('shrink-0', press && 'animate-press', className)}
    >
      {state === 'held' ? <Pressed /> : <Opened />}
    </svg>
  )
}

function Pressed() {
  return (
    <>
      <path
        className="fill-seal"
        d="M14 3 52 2 91 3Q101 4 101 13L102 52 101 91Q100 101 91 101L52 102 13 101Q3 101 3 91L2 52 3 13Q4 3 14 3Z"
      />
      <path
        className="fill-none stroke-on-seal"
        strokeWidth="7.5"
        strokeLinecap="square"
        d={PERSON + CHILD}
      />
    </>
  )
}

/** The frame stands open at a corner, and the colour is gone out of it. */
function Opened() {
  return (
    <>
      <path
        className="fill-none stroke-seal"
        strokeWidth="5"
        strokeLinecap="round"
        d="M66 5H15Q5 5 5 15V89Q5 99 15 99H89Q99 99 99 89V40"
      />
      <path
        className="fill-none stroke-seal"
        strokeWidth="5.5"
        strokeLinecap="square"
        d={PERSON + CHILD}
      />
    </>
  )
}

/** The mark of the house with its name. */
export function Wordmark({ size = 28 }: { readonly size?: number }) {
  return (
    <span className="inline-flex items-center gap-2.5 text-large font-strong tracking-tight text-ink">
      <Seal size={size} />
      Danbao
    </span>
  )
}
