import { useWords } from '@danbao/ui'
import { wordOf } from '../common/kind-words.ts'
import { eventWords } from './event-words.ts'

/** A type of event in words, with the code that the marketplace's program knows. */
export function EventName({ type }: { readonly type: string }) {
  const say = useWords(eventWords)
  return (
    <>
      {wordOf(eventWords, type, say)}{' '}
      <code className="text-small break-all text-ink-soft">{type}</code>
    </>
  )
}
