import { cx, useWords, words } from '@danbao/ui'
import { CircleAlert, CircleCheck, CircleHelp, type LucideIcon } from 'lucide-react'

const markWords = words({
  good: { en: 'In order', ru: 'В порядке', zh: '通过' },
  bad: { en: 'Not in order', ru: 'Не в порядке', zh: '不通过' },
  open: { en: 'To be judged', ru: 'Решать вам', zh: '待判断' },
})

export type Finding = keyof typeof markWords

const LOOKS: Readonly<Record<Finding, readonly [LucideIcon, string]>> = {
  good: [CircleCheck, 'text-jade'],
  bad: [CircleAlert, 'text-danger'],
  open: [CircleHelp, 'text-amber'],
}

/** A finding as a picture and a word. */
export function Mark({ finding, word }: { readonly finding: Finding; readonly word?: string }) {
  const t = useWords(markWords)
  const [Icon, colour] = LOOKS[finding]
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-small font-strong', colour)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word ?? t(finding)}
    </span>
  )
}
