import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Wordmark } from '../brand/seal.tsx'
import { Button } from '../controls/button.tsx'
import type { AmountView } from '../formats/money.ts'
import { Money } from '../formats/money-text.tsx'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'

const printWords = words({
  print: { en: 'Print or save as PDF', ru: 'Печать или PDF', zh: '打印或存为 PDF' },
})

export function PrintButton() {
  const t = useWords(printWords)
  return (
    <Button kind="secondary" icon={Printer} onClick={() => window.print()}>
      {t('print')}
    </Button>
  )
}

export interface PaperProps {
  /** On paper it stands here, on a screen above. */
  readonly title: string
  /** What it is about, large. */
  readonly amount: AmountView
  /** The small words at the end. */
  readonly foot: string
  readonly children: ReactNode
}

/** A sheet that is read on a screen and printed: the rest of the page stays off the paper. */
export function Paper({ title, amount, foot, children }: PaperProps) {
  return (
    <article className="on-paper rounded-card bg-card p-5 shadow-card print:bg-transparent print:p-0 print:shadow-none">
      <p className="mb-5 hidden text-title font-strong print:block" aria-hidden>
        {title}
      </p>
      <div className="mb-5 flex items-center justify-between gap-4">
        <Wordmark />
        <Money amount={amount} size="title" />
      </div>
      {children}
      <p className="mt-5 text-small text-ink-soft">{foot}</p>
    </article>
  )
}
