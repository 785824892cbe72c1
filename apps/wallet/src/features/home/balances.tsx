import type { HomeView } from '@danbao/contracts/wallet'
import { buttonClass, Card, cx, Link, Money, Seal, useWords, words } from '@danbao/ui'
import { Plus } from 'lucide-react'

const balanceWords = words({
  title: { en: 'Your money', ru: 'Ваши деньги', zh: '您的资金' },
  available: { en: 'Available', ru: 'Доступно', zh: '可用' },
  top_up: { en: 'Top up', ru: 'Пополнить', zh: '充值' },
  held: { en: 'Held', ru: 'Удержано', zh: '担保中' },
  held_text: {
    en: 'Sealed until the goods have arrived',
    ru: 'Под печатью, пока товар не придёт',
    zh: '已封存，收货后才放款',
  },
  proceeds: { en: 'Proceeds', ru: 'Выручка', zh: '货款' },
  proceeds_text: {
    en: 'Earned by your sales. Pay it out to your bank',
    ru: 'Заработано вашими продажами. Вывести в банк',
    zh: '您的销售所得，可提现到银行',
  },
  debt_text: {
    en: 'You owe this; the next sales settle it',
    ru: 'Это ваш долг: его погасят следующие продажи',
    zh: '这是欠款，将由后续销售抵扣',
  },
  expected: { en: 'Expected', ru: 'Ожидается', zh: '待收' },
  expected_text: {
    en: 'Held for you until your buyers confirm',
    ru: 'Удержано для вас, пока покупатели не подтвердят',
    zh: '为您担保中，待买家确认收货',
  },
})

type Balance = HomeView['balances'][number]

/** One card per currency; the first one is the largest. */
export function Balances({ balances }: { readonly balances: readonly Balance[] }) {
  const t = useWords(balanceWords)
  return (
    <section aria-label={t('title')} className="flex flex-col gap-4">
      {balances.map((balance, at) => (
        <BalanceCard
          key={balance.currency}
          balance={balance}
          size={at === 0 ? 'figure' : 'title'}
        />
      ))}
    </section>
  )
}

interface BalanceCardProps {
  readonly balance: Balance
  readonly size: 'figure' | 'title'
}

function BalanceCard({ balance, size }: BalanceCardProps) {
  const t = useWords(balanceWords)
  const { available, held, proceeds, expected } = balance
  const owes = BigInt(proceeds.value) < 0n
  return (
    <Card>
      <p className="text-small text-ink-soft">{t('available')}</p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Money amount={available} size={size} />
        {size === 'figure' && (
          <Link href="/top-up" className={buttonClass({ kind: 'secondary' })}>
            <Plus aria-hidden className="size-5 shrink-0" />
            {t('top_up')}
          </Link>
        )}
      </div>
      {[held, proceeds, expected].some(isSome) && (
        <ul className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-2">
          {isSome(held) && (
            <Part
              name={t('held')}
              text={t('held_text')}
              amount={held}
              href="/payments?role=buyer&group=open"
              sealed
            />
          )}
          {isSome(proceeds) && (
            <Part
              name={t('proceeds')}
              text={owes ? t('debt_text') : t('proceeds_text')}
              amount={proceeds}
              href="/payouts"
            />
          )}
          {isSome(expected) && (
            <Part
              name={t('expected')}
              text={t('expected_text')}
              amount={expected}
              href="/payments?role=seller&group=open"
            />
          )}
        </ul>
      )}
    </Card>
  )
}

interface PartProps {
  readonly name: string
  readonly text: string
  readonly sealed?: boolean
  /** To the payments that make it, or to what can be done with it. */
  readonly href?: string
  readonly amount: Balance['proceeds']
}

function Part({ name, text, sealed = false, amount, href }: PartProps) {
  const look = cx(
    'flex h-full items-start gap-3 rounded-card p-3',
    sealed ? 'bg-seal-wash' : 'bg-well',
  )
  const inside = (
    <>
      {sealed && <Seal size={32} className="mt-1" />}
      <div className="min-w-0">
        <p className={cx('text-small', sealed ? 'text-seal-ink' : 'text-ink-soft')}>{name}</p>
        <p>
          <Money
            amount={amount}
            size="large"
            className={BigInt(amount.value) < 0n ? 'text-danger' : ''}
          />
        </p>
        <p className="text-small text-ink-soft">{text}</p>
      </div>
    </>
  )
  return (
    <li>
      {href === undefined ? (
        <div className={look}>{inside}</div>
      ) : (
        <Link href={href} className={look}>
          {inside}
        </Link>
      )}
    </li>
  )
}

function isSome({ value }: { readonly value: string }): boolean {
  return BigInt(value) !== 0n
}
