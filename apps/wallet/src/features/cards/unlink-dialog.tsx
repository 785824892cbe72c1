import type { CardView } from '@danbao/contracts/wallet'
import { Button, Dialog, RefusalNote, toast, useWords } from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { levelsQuery } from '../levels/queries.ts'
import { cardWords } from './card-words.ts'
import { useTakeCards } from './queries.ts'

export interface UnlinkDialogProps {
  readonly card: CardView
  readonly isLast: boolean
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** One question, and the card is gone. */
export function UnlinkDialog({ card, isLast, open, onClose, onDone }: UnlinkDialogProps) {
  const t = useWords(cardWords)
  const take = useTakeCards()
  const level = useQuery(levelsQuery).data?.level
  const { id, brand, last4 } = card
  const unlink = useMutation({
    mutationFn: () => api.call('unlinkCard', { params: { id } }),
    onSuccess: (cards) => {
      onClose()
      toast(t('unlinked'))
      onDone?.()
      take(cards)
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      busy={unlink.isPending}
      title={t('unlink_title', { brand, last4 })}
      actions={
        <>
          <Button kind="secondary" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button kind="danger" busy={unlink.isPending} onClick={() => unlink.mutate()}>
            {t('unlink')}
          </Button>
        </>
      }
    >
      <p>{t('unlink_text')}</p>
      {isLast && level === 1 && <p className="mt-2">{t('unlink_last')}</p>}
      <RefusalNote error={unlink.error} />
    </Dialog>
  )
}
