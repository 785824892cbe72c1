import { Callout, Countdown, useSecondsUntil, useWords, words } from '@danbao/ui'
import { useEffect } from 'react'

const lockedWords = words({
  title: { en: 'Too many tries', ru: 'Слишком много попыток', zh: '尝试次数过多' },
  text: {
    en: 'No money has moved. You can try again in {left}.',
    ru: 'Деньги не тронуты. До следующей попытки: {left}.',
    zh: '资金没有变动。还需等待 {left} 才能重试。',
  },
  now: { en: 'a moment', ru: 'мгновение', zh: '片刻' },
})

export interface LockedNoteProps {
  readonly until: string
  /** The time is over: it can be tried again. */
  readonly onOver: () => void
}

/** In the place of the pad while nothing that is typed there would be looked at. */
export function LockedNote({ until, onOver }: LockedNoteProps) {
  const t = useWords(lockedWords)
  const isOver = useSecondsUntil(until) === 0
  useEffect(() => {
    if (isOver) onOver()
    // `onOver` is another function at every drawing; it is called once.
  }, [isOver])
  return (
    <Callout live kind="attention" title={t('title')}>
      {t.rich('text', { left: <Countdown key="left" until={until} over={t('now')} /> })}
    </Callout>
  )
}
