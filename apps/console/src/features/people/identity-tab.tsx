import type { PersonPage } from '@danbao/contracts/console'
import { Badge, Card, EmptyState, TextLink, Time, useWords, words } from '@danbao/ui'
import { IdCard } from 'lucide-react'
import { useMayOpen } from '../desk/kinds.ts'
import { closureStateWords } from '../desk/closure/closure-words.ts'
import { identityStateWords } from '../desk/identity/identity-words.ts'
import { recoveryKindWords, recoveryStateWords } from '../desk/recovery/recovery-words.ts'
import { documentWords, wordOf } from '../common/kind-words.ts'

const tabWords = words({
  checks: { en: 'Identity checks', ru: 'Проверки личности', zh: '身份验证' },
  recoveries: { en: 'Recoveries', ru: 'Восстановления', zh: '账户恢复' },
  closures: { en: 'Closures', ru: 'Закрытия аккаунта', zh: '销户申请' },
  empty: { en: 'Nothing yet', ru: 'Пока ничего', zh: '暂无记录' },
  empty_text: {
    en: 'No identity check, recovery or closure was ever begun.',
    ru: 'Проверок, восстановлений и закрытий ещё не было.',
    zh: '尚未有身份验证、账户恢复或销户申请。',
  },
  open: { en: 'Open', ru: 'Открыть', zh: '查看' },
  closure: { en: 'Closing the account', ru: 'Закрытие аккаунта', zh: '关闭账户' },
})

type Past = PersonPage['closures'][number]

/** What was checked and decided about the person before. */
export function IdentityTab({ found }: { readonly found: PersonPage }) {
  const t = useWords(tabWords)
  const { identity_checks: checks, recoveries, closures } = found
  const say = {
    identity: useWords(identityStateWords),
    recovery: useWords(recoveryStateWords),
    closure: useWords(closureStateWords),
    document: useWords(documentWords),
    kind: useWords(recoveryKindWords),
  }
  if (checks.length + recoveries.length + closures.length === 0) {
    return (
      <EmptyState icon={IdCard} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <div className="flex flex-col gap-5">
      <PastList
        title={t('checks')}
        kind="identity"
        all={checks}
        name={({ kind }) => (kind === null ? '—' : wordOf(documentWords, kind, say.document))}
        state={({ state }) => wordOf(identityStateWords, state, say.identity)}
      />
      <PastList
        title={t('recoveries')}
        kind="recovery"
        all={recoveries}
        name={({ kind }) => (kind === null ? '—' : wordOf(recoveryKindWords, kind, say.kind))}
        state={({ state }) => wordOf(recoveryStateWords, state, say.recovery)}
      />
      <PastList
        title={t('closures')}
        kind="closure"
        all={closures}
        name={() => t('closure')}
        state={({ state }) => wordOf(closureStateWords, state, say.closure)}
      />
    </div>
  )
}

interface PastListProps {
  readonly title: string
  readonly kind: 'identity' | 'recovery' | 'closure'
  readonly all: readonly Past[]
  readonly name: (one: Past) => string
  readonly state: (one: Past) => string
}

function PastList({ title, kind, all, name, state }: PastListProps) {
  const t = useWords(tabWords)
  const mayOpen = useMayOpen(kind)
  if (all.length === 0) return null
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {all.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
            <span className="min-w-40 flex-1">{name(one)}</span>
            <Badge>{state(one)}</Badge>
            <Time at={one.ended_at ?? one.started_at} className="text-small text-ink-soft" />
            {mayOpen && <TextLink href={`/cases/${kind}/${one.id}`}>{t('open')}</TextLink>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
