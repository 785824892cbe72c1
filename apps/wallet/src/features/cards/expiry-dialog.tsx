import type { CardView } from '@danbao/contracts/wallet'
import { Button, Dialog, Form, Select, serverNow, toast, useForm, useWords } from '@danbao/ui'
import { api } from '../../api.ts'
import { cardWords } from './card-words.ts'
import { useTakeCards } from './queries.ts'

export interface ExpiryDialogProps {
  readonly card: CardView
  readonly open: boolean
  readonly onClose: () => void
}

/** The bank has sent a new card with the same number. */
export function ExpiryDialog({ card, open, onClose }: ExpiryDialogProps) {
  const t = useWords(cardWords)
  return (
    <Dialog open={open} onClose={onClose} title={t('edit')}>
      <ExpiryForm card={card} onDone={onClose} />
    </Dialog>
  )
}

const MONTHS = Array.from({ length: 12 }, (_, at) => {
  const month = String(at + 1)
  return { value: month, label: month.padStart(2, '0') }
})
/** Cards are issued for five years as a rule, never for more than twenty. */
const YEARS_AHEAD = 20

function ExpiryForm({ card, onDone }: Pick<ExpiryDialogProps, 'card'> & { onDone: () => void }) {
  const t = useWords(cardWords)
  const take = useTakeCards()
  const form = useForm({
    initial: { month: String(card.exp_month), year: String(card.exp_year) },
    submit: ({ month, year }) =>
      api.call('changeCard', {
        params: { id: card.id },
        body: { exp_month: Number(month), exp_year: Number(year) },
      }),
    done: (cards) => {
      take(cards)
      toast(t('saved'))
      onDone()
    },
  })
  const first = Math.min(new Date(serverNow()).getUTCFullYear(), card.exp_year)
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, at) => {
    const year = String(first + at)
    return { value: year, label: year }
  })
  return (
    <Form form={form} label={t('edit')}>
      <p className="text-ink-soft">{t('edit_text')}</p>
      <div className="grid grid-cols-2 gap-3">
        <Select {...form.text('month')} label={t('month')} options={MONTHS} placeholder={false} />
        <Select {...form.text('year')} label={t('year')} options={years} placeholder={false} />
      </div>
      <Button type="submit" busy={form.busy} wide>
        {t('save')}
      </Button>
    </Form>
  )
}
