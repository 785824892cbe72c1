import type { WalletBankAccount } from '@danbao/contracts/wallet'
import { Button, buttonClass, Card, Dialog, Link, RefusalNote, toast, useWords } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { Landmark, Plus } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { accountText } from './account-text.ts'
import { payoutWords } from './payout-words.ts'
import { useTakePayouts } from './queries.ts'

/** Where proceeds may go. */
export function BankAccounts({ accounts }: { readonly accounts: readonly WalletBankAccount[] }) {
  const t = useWords(payoutWords)
  return (
    <Card title={t('accounts')}>
      {accounts.length > 0 && (
        <ul className="mb-4 divide-y divide-line">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} />
          ))}
        </ul>
      )}
      <Link href="/payouts/accounts/new" className={buttonClass({ kind: 'secondary', wide: true })}>
        <Plus aria-hidden className="size-5 shrink-0" />
        {t('add')}
      </Link>
    </Card>
  )
}

function AccountRow({ account }: { readonly account: WalletBankAccount }) {
  const t = useWords(payoutWords)
  const [asking, setAsking] = useState(false)
  return (
    <li className="flex items-center gap-3 py-3 first:pt-0">
      <Landmark aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="digits block font-strong">{accountText(account)}</span>
        <span className="block text-small break-words text-ink-soft">
          {account.holder}
          {!account.name_alike && ` · ${t('other_holder')}`}
        </span>
      </span>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
      <RemoveDialog account={account} open={asking} onClose={() => setAsking(false)} />
    </li>
  )
}

interface RemoveDialogProps {
  readonly account: WalletBankAccount
  readonly open: boolean
  readonly onClose: () => void
}

function RemoveDialog({ account: { id, last4 }, open, onClose }: RemoveDialogProps) {
  const t = useWords(payoutWords)
  const take = useTakePayouts()
  const remove = useMutation({
    mutationFn: () => api.call('removeBankAccount', { params: { id } }),
    onSuccess: (page) => {
      onClose()
      toast(t('removed'))
      take(page)
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      busy={remove.isPending}
      title={t('remove_title', { last4 })}
      actions={
        <>
          <Button kind="secondary" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button kind="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        </>
      }
    >
      <p>{t('remove_text')}</p>
      <RefusalNote error={remove.error} />
    </Dialog>
  )
}
