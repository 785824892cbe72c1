import { cx, useWords, words } from '@danbao/ui'
import { CircleAlert, CircleCheck, CircleHelp, type LucideIcon } from 'lucide-react'

const markWords = words({
  good: { en: 'In order', ru: 'В порядке', zh: '通过' },
  bad: { en: 'Not in order', ru: 'Не в порядке', zh: '不通过' },
  open: { en: 'To be judged', ru: 'Проверьте сами', zh: '需人工判断' },
})

export type Finding = keyof typeof markWords

const LOOKS: Readonly<Record<Finding, readonly [LucideIcon, string]>> = {
  good: [CircleCheck, 'text-jade'],
  bad: [CircleAlert, 'text-danger'],
  open: [CircleHelp, 'text-amber'],
}

export interface MarkProps {
  readonly finding: Finding
  readonly word?: string
  /** The picture alone; the word is for those who do not see it. */
  readonly bare?: boolean
}

/** A finding as a picture and a word. */
export function Mark({ finding, word, bare = false }: MarkProps) {
  const t = useWords(markWords)
  const [Icon, colour] = LOOKS[finding]
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-small font-strong', colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className={cx(bare && 'sr-only')}>{word ?? t(finding)}</span>
    </span>
  )
}
