import { Button, IconButton, useWords, words } from '@danbao/ui'
import { Keyboard, PanelLeftClose, PanelLeftOpen } from 'lucide-react'

const headWords = words({
  queue: { en: 'Queue', ru: 'Очередь', zh: '队列' },
  keys: { en: 'Keys', ru: 'Клавиши', zh: '快捷键' },
  whole: { en: 'Show the whole queue', ru: 'Развернуть очередь', zh: '展开队列' },
  rail: { en: 'Make room for the case', ru: 'Свернуть очередь', zh: '收起队列' },
})

export interface QueueHeadProps {
  /** Whether a case stands beside the queue. */
  readonly beside: boolean
  readonly rail: boolean
  readonly onRail: (rail: boolean) => void
  readonly onHelp: () => void
}

/** The heading of the queue; of a rail there is but the way to widen it. */
export function QueueHead({ beside, rail, onRail, onHelp }: QueueHeadProps) {
  const t = useWords(headWords)
  // On a phone an open case hides the queue with its heading.
  const Heading = beside ? 'h2' : 'h1'
  if (rail) {
    return (
      <>
        <Heading className="sr-only">{t('queue')}</Heading>
        <div className="mb-1 flex justify-center">
          <IconButton icon={PanelLeftOpen} label={t('whole')} onClick={() => onRail(false)} />
        </div>
      </>
    )
  }
  return (
    <div className="mb-3 flex items-center justify-between gap-2">
      <Heading className="text-large font-strong">{t('queue')}</Heading>
      <span className="flex items-center">
        <Button
          kind="quiet"
          dense
          icon={Keyboard}
          aria-keyshortcuts="?"
          className="pointer-coarse:hidden"
          onClick={onHelp}
        >
          {t('keys')}
        </Button>
        {beside && (
          <IconButton icon={PanelLeftClose} label={t('rail')} onClick={() => onRail(true)} />
        )}
      </span>
    </div>
  )
}
