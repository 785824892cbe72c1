import type { PayoutPage } from '@danbao/contracts/wallet'
import { EmptyState, Loaded, Page, SkeletonCards, useWords } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Landmark } from 'lucide-react'
import { BankAccounts } from './bank-accounts.tsx'
import { PayableCard } from './payable-card.tsx'
import { PayoutList } from './payout-list.tsx'
import { payoutWords } from './payout-words.ts'
import { payoutsQuery } from './queries.ts'
import { ScheduleCard } from './schedule-card.tsx'

/** The way of a seller's proceeds to their bank. */
export function PayoutsPage() {
  const t = useWords(payoutWords)
  return (
    <Page title={t('title')} intro={t('intro')} back="/">
      <Loaded query={useQuery(payoutsQuery)} skeleton={<SkeletonCards cards={2} />}>
        {(page) => <Shown page={page} />}
      </Loaded>
    </Page>
  )
}

function Shown({ page }: { readonly page: PayoutPage }) {
  const t = useWords(payoutWords)
  const { payable, bank_accounts: accounts, payouts } = page
  return (
    <>
      {payable.length === 0 && payouts.length === 0 && (
        <EmptyState icon={Landmark} title={t('nothing')}>
          {t('nothing_text')}
        </EmptyState>
      )}
      {payable.map((one) => (
        <PayableCard key={one.currency} payable={one} accounts={accounts} />
      ))}
      <PayoutList payouts={payouts} />
      {(accounts.length > 0 || payable.every(({ least }) => least === null)) && (
        <BankAccounts accounts={accounts} />
      )}
      {accounts.length > 0 && <ScheduleCard key={page.schedule?.every} page={page} />}
    </>
  )
}
