import type { ReactNode } from 'react'
import { refusalOf } from '../api/api-refusal.ts'
import { useRefusalText } from '../api/use-refusal-text.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { Callout } from './callout.tsx'

const noteWords = words({
  title: { en: 'That did not work', ru: 'Не получилось', zh: '操作未成功' },
})

export interface RefusalNoteProps {
  /** Whatever was thrown; nothing is shown for null and undefined. */
  readonly error: unknown
  readonly action?: ReactNode
}

/** Why something failed, in the person's language. */
export function RefusalNote({ error, action }: RefusalNoteProps) {
  const t = useWords(noteWords)
  const tell = useRefusalText()
  if (error === undefined || error === null) return null
  const offline = refusalOf(error).code === 'offline'
  return (
    <Callout live kind={offline ? 'attention' : 'danger'} title={t('title')} action={action}>
      {tell(error)}
    </Callout>
  )
}
