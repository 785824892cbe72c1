import { Badge, TextLink, useNow, useTime, useWords, words } from '@danbao/ui'
import { AlarmClock } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'

const headWords = words({
  due: { en: 'Due {time}', ru: 'Срок: {time}', zh: '截止：{time}' },
  was_due: { en: 'Was due {time}', ru: 'Срок истёк {time}', zh: '已逾期，截止于{time}' },
  came: { en: 'Came {time}', ru: 'Поступило {time}', zh: '提交于{time}' },
  person: { en: 'To the person', ru: 'Открыть профиль', zh: '查看用户' },
})

export interface CaseHeadProps {
  readonly title: string
  readonly came: string
  /** Null: nothing has to be done about it any more. */
  readonly due: string | null
  /** Whose account it is about. */
  readonly person: string | null
  /** States of the case or the account. */
  readonly children?: ReactNode
}

/** What the case is, since when, and until when it has to be decided. */
export function CaseHead({ title, came, due, person, children }: CaseHeadProps) {
  const t = useWords(headWords)
  const { time, moment } = useTime()
  const now = useNow()
  const late = due !== null && Date.parse(due) < now
  useEffect(() => {
    document.title = `${title} · Danbao`
  }, [title])
  return (
    <header className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <h2 className="text-large font-strong break-words">{title}</h2>
        {person !== null && <TextLink href={`/people/${person}`}>{t('person')}</TextLink>}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-small text-ink-soft">
        {children}
        {due !== null && (
          <span title={moment(due)}>
            {late ? (
              <Badge kind="danger" icon={AlarmClock}>
                {t('was_due', { time: time(due) })}
              </Badge>
            ) : (
              t('due', { time: time(due) })
            )}
          </span>
        )}
        <span title={moment(came)}>{t('came', { time: time(came) })}</span>
      </div>
    </header>
  )
}
