import type { RecoveryCase } from '@danbao/contracts/console'
import { Badge, Callout, Loaded, Money, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '../../../session.ts'
import { PaymentList } from '../../common/payment-list.tsx'
import { Level, PersonState } from '../../common/person-state.tsx'
import { Section } from '../../common/section.tsx'
import { CaseHead } from '../case-head.tsx'
import { CaseSkeleton } from '../case-skeleton.tsx'
import { recoveryQuery } from '../queries.ts'
import { ClaimTable, KnownFacts } from './claims.tsx'
import { RecoveryScan } from './recovery-scan.tsx'
import { recoveryKindWords, recoveryStateWords } from './recovery-words.ts'

const contentWords = words({
  claims: { en: 'Claimed and known', ru: 'Заявлено и известно', zh: '申报与记录对照' },
  known: { en: 'What the account says', ru: 'Что известно об аккаунте', zh: '账户信息' },
  scan: { en: 'The scan', ru: 'Скан документа', zh: '证件扫描件' },
  payments: { en: 'Last payments', ru: 'Последние платежи', zh: '最近付款' },
  no_payments: { en: 'No payments yet.', ru: 'Платежей ещё не было.', zh: '尚无付款。' },
  turnover: { en: 'Paid in 365 days', ru: 'Оплачено за 365 дней', zh: '365 天内支付' },
  no_turnover: { en: 'Nothing.', ru: 'Ничего.', zh: '无。' },
  new_email: { en: 'New address', ru: 'Новый адрес', zh: '新邮箱' },
  nobody: {
    en: 'No account has this address',
    ru: 'Аккаунта с таким адресом нет',
    zh: '没有账户使用此邮箱',
  },
  nobody_text: {
    en: 'There is nothing to compare with. Refuse; the answer tells nobody whether the account exists.',
    ru: 'Сравнить не с чем. Откажите: из ответа не видно, существует ли аккаунт.',
    zh: '无从核对，请拒绝。答复不会透露该账户是否存在。',
  },
})

export function RecoveryContent({ id }: { readonly id: string }) {
  const query = useQuery(recoveryQuery(id))
  return (
    <Loaded query={query} skeleton={<CaseSkeleton />}>
      {(found) => <RecoveryFacts found={found} />}
    </Loaded>
  )
}

function RecoveryFacts({ found }: { readonly found: RecoveryCase }) {
  const t = useWords(contentWords)
  const { person, claims, new_email: address } = found
  return (
    <>
      <Head found={found} />
      {person === null && (
        <Callout kind="attention" title={t('nobody')}>
          {t('nobody_text')}
        </Callout>
      )}
      {address !== null && (
        <Section title={t('new_email')}>
          <p className="break-all">{address}</p>
        </Section>
      )}
      {claims.length > 0 && (
        <Section title={t('claims')}>
          <ClaimTable claims={claims} />
        </Section>
      )}
      {found.has_document && (
        <Section title={t('scan')}>
          <RecoveryScan id={found.id} />
        </Section>
      )}
      {person !== null && (
        <>
          <Section title={t('known')}>
            <KnownFacts known={found.known} />
          </Section>
          <Money365 turnover={found.turnover} />
          <Section title={t('payments')}>
            {found.last_payments.length === 0 ? (
              <p className="text-ink-soft">{t('no_payments')}</p>
            ) : (
              <PaymentList payments={found.last_payments} />
            )}
          </Section>
        </>
      )}
    </>
  )
}

function Head({ found }: { readonly found: RecoveryCase }) {
  const kind = useWords(recoveryKindWords)
  const state = useWords(recoveryStateWords)
  const may = useMay()
  const { person } = found
  return (
    <CaseHead
      title={person === null ? kind(found.kind) : `${kind(found.kind)} · ${person.name}`}
      came={found.requested_at}
      due={found.state === 'open' ? found.due_at : null}
      person={person !== null && may('person.read') ? person.id : null}
    >
      <Badge>{state(found.state)}</Badge>
      {person !== null && (
        <>
          <Level level={person.level} />
          <PersonState state={person.state} />
          <span className="break-all">{person.email}</span>
        </>
      )}
    </CaseHead>
  )
}

function Money365({ turnover }: Pick<RecoveryCase, 'turnover'>) {
  const t = useWords(contentWords)
  return (
    <Section title={t('turnover')}>
      {turnover.length === 0 ? (
        <p className="text-ink-soft">{t('no_turnover')}</p>
      ) : (
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          {turnover.map((amount) => (
            <Money key={amount.currency} amount={amount} />
          ))}
        </p>
      )}
    </Section>
  )
}
