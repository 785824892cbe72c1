import { Button, RefusalNote, useWords } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { CreditCard } from 'lucide-react'
import { api } from '../../api.ts'
import { cardWords } from './card-words.ts'

export interface AddCardProps {
  /** Whether there are some already. */
  readonly more?: boolean
  /** A path of the server to go on to, once the card is there. */
  readonly next?: string
}

/** Leads to the page of the card service, where the card is typed in and verified. */
export function AddCard({ more = false, next }: AddCardProps) {
  const t = useWords(cardWords)
  const leave = useMutation({
    mutationFn: () => api.call('startCardSetup', { body: next === undefined ? {} : { next } }),
    onSuccess: ({ url }) => window.location.assign(url),
  })
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-soft">{t('add_text')}</p>
      <RefusalNote error={leave.error} />
      <Button
        icon={CreditCard}
        kind={more ? 'secondary' : 'primary'}
        // The browser is on its way: a second press would open a second page.
        busy={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
        wide
      >
        {t(more && next === undefined ? 'add_more' : 'add')}
      </Button>
    </div>
  )
}
