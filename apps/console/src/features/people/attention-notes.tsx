import type { PersonPage } from '@danbao/contracts/console'
import { Callout, TextLink, useMoney, useTime, useWords, words } from '@danbao/ui'
import { useMay } from '../../session.ts'
import { freezeWords } from './freeze-words.ts'

const noteWords = words({
  frozen: { en: 'The account is frozen', ru: 'Аккаунт заморожен', zh: '账户已冻结' },
  frozen_text: {
    en: 'Nothing is spent; refunds keep coming in. By {name}, {time}.',
    ru: 'Тратить нельзя, возвраты поступают. Заморозил(а) {name}, {time}.',
    zh: '不能支出，退款照常入账。操作人：{name}，{time}。',
  },
  lifting: {
    en: 'An approval to lift it is waited for.',
    ru: 'Разморозка ждёт согласования.',
    zh: '解冻正在等待审批。',
  },
  approval: { en: 'To the approval', ru: 'К согласованию', zh: '前往审批' },
  resting: { en: 'Payments paused', ru: 'Платежи приостановлены', zh: '支付已暂停' },
  resting_text: {
    en: 'The account was recovered. Nothing is spent until {time}.',
    ru: 'Аккаунт восстановлен. До {time} тратить нельзя.',
    zh: '账户刚恢复，{time} 前不能支出。',
  },
  debt: { en: 'A debt', ru: 'Долг', zh: '欠款' },
  debt_text: {
    en: 'The proceeds stand at {amount}. What is earned goes there first.',
    ru: 'Выручка: {amount}. Заработанное сначала покроет долг.',
    zh: '货款余额为 {amount}，后续收入将先抵扣。',
  },
  disputes: {
    en: '{count, plural, one {# payment is disputed} other {# payments are disputed}}',
    ru: '{count, plural, one {Оспорен # платёж} few {Оспорено # платежа} many {Оспорено # платежей} other {Оспорено # платежа}}',
    zh: '{count, plural, other {# 笔付款存在争议}}',
  },
})

/** What needs a look before anything else. */
export function AttentionNotes({ found }: { readonly found: PersonPage }) {
  const t = useWords(noteWords)
  const money = useMoney()
  const { moment } = useTime()
  const { freeze, resting_until: until, balances, payments } = found
  const debts = balances.filter(({ proceeds }) => proceeds.value.startsWith('-'))
  const disputed = payments.filter(({ state }) => state === 'disputed').length
  return (
    <>
      {freeze !== null && <FreezeNote freeze={freeze} />}
      {until !== null && (
        <Callout kind="attention" title={t('resting')}>
          {t('resting_text', { time: moment(until) })}
        </Callout>
      )}
      {debts.map(({ currency, proceeds }) => (
        <Callout key={currency} kind="attention" title={t('debt')}>
          {t('debt_text', { amount: money(proceeds) })}
        </Callout>
      ))}
      {disputed > 0 && <Callout kind="attention" title={t('disputes', { count: disputed })} />}
    </>
  )
}

function FreezeNote({ freeze }: { readonly freeze: NonNullable<PersonPage['freeze']> }) {
  const t = useWords(noteWords)
  const cause = useWords(freezeWords)
  const { time } = useTime()
  const may = useMay()
  const { approval } = freeze
  return (
    <Callout
      kind="danger"
      title={t('frozen')}
      action={
        approval !== null && may('approval.give') ? (
          <TextLink href={`/approvals/${approval}`}>{t('approval')}</TextLink>
        ) : undefined
      }
    >
      <p>{t('frozen_text', { name: freeze.frozen_by.name, time: time(freeze.frozen_at) })}</p>
      <p className="mt-1">
        <span className="font-strong">{cause(freeze.cause)}</span> {freeze.reason}
      </p>
      {approval !== null && <p className="mt-1">{t('lifting')}</p>}
    </Callout>
  )
}
