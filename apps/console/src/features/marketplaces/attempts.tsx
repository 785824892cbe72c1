import type { DeliveryView } from '@danbao/contracts'
import { Time, useLocale, useWords, words } from '@danbao/ui'

const attemptWords = words({
  none: { en: 'None yet', ru: 'Ещё не было', zh: '尚无' },
  answered: { en: 'Answered {status}', ru: 'Ответ {status}', zh: '应答 {status}' },
  silent: { en: 'No answer', ru: 'Нет ответа', zh: '无应答' },
})

/** Each attempt with how it ended, newest first. */
export function Attempts({ attempts }: Pick<DeliveryView, 'attempts'>) {
  const t = useWords(attemptWords)
  const took = useDuration()
  if (attempts.length === 0) return t('none')
  return (
    <ol className="flex flex-col gap-1">
      {attempts.toReversed().map(({ at, status, error, duration_ms: ms }) => (
        <li key={at}>
          <span className="font-strong">
            {status === null ? t('silent') : t('answered', { status: String(status) })}
          </span>{' '}
          <span className="text-ink-soft">
            <Time at={at} /> · {took(ms)}
          </span>
          {error !== null && error !== '' && (
            <span className="block max-w-100 text-ink-soft [overflow-wrap:anywhere]">{error}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function useDuration(): (ms: number) => string {
  const locale = useLocale()
  return (ms) => new Intl.NumberFormat(locale, { style: 'unit', unit: 'millisecond' }).format(ms)
}
