import type { CardList, CardView } from '@danbao/contracts/wallet'
import {
  Badge,
  Button,
  Callout,
  Card,
  EmptyState,
  Facts,
  Loaded,
  Page,
  RefusalNote,
  toast,
  useGo,
  usePathText,
  useTime,
  useWords,
} from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { CreditCard } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { cardWords } from './card-words.ts'
import { ExpiryDialog } from './expiry-dialog.tsx'
import { expiryText } from './expiry-text.ts'
import { cardsQuery, useTakeCards } from './queries.ts'
import { UnlinkDialog } from './unlink-dialog.tsx'

/** One card, and all that can be done with it. */
export function CardPage() {
  const t = useWords(cardWords)
  const id = usePathText('id')
  const query = useQuery(cardsQuery)
  const shown = query.data?.data.find((card) => card.id === id)
  const title = shown === undefined ? t('title') : `${shown.brand} •••• ${shown.last4}`
  return (
    <Page title={title} back="/cards">
      <Loaded query={query}>{(cards) => <Found cards={cards} id={id} />}</Loaded>
    </Page>
  )
}

function Found({ cards, id }: { readonly cards: CardList; readonly id: string }) {
  const t = useWords(cardWords)
  const card = cards.data.find((one) => one.id === id)
  if (card === undefined) {
    return (
      <EmptyState icon={CreditCard} title={t('gone')}>
        {t('gone_text')}
      </EmptyState>
    )
  }
  return <Shown card={card} isLast={cards.data.length === 1} />
}

interface ShownProps {
  readonly card: CardView
  readonly isLast: boolean
}

function Shown({ card, isLast }: ShownProps) {
  const t = useWords(cardWords)
  const { date } = useTime()
  const go = useGo()
  const [asking, setAsking] = useState<'edit' | 'unlink'>()
  const { exp_month, exp_year, is_default, standing, linked_at } = card
  const close = (): void => setAsking(undefined)
  return (
    <>
      {standing !== 'good' && (
        <Callout kind="attention" title={t(standing)}>
          {t(`${standing}_text`)}
        </Callout>
      )}
      <Card action={is_default ? <Badge>{t('default')}</Badge> : undefined}>
        <Facts
          facts={[
            { name: t('good_until'), value: expiryText(exp_month, exp_year) },
            { name: t('linked'), value: date(linked_at) },
          ]}
        />
      </Card>
      <div className="flex flex-col gap-2">
        {!is_default && <MakeDefault card={card} />}
        <Button kind="secondary" onClick={() => setAsking('edit')} wide>
          {t('edit')}
        </Button>
        <Button kind="danger" onClick={() => setAsking('unlink')} wide>
          {t('unlink')}
        </Button>
      </div>
      <ExpiryDialog card={card} open={asking === 'edit'} onClose={close} />
      <UnlinkDialog
        card={card}
        isLast={isLast}
        open={asking === 'unlink'}
        onClose={close}
        onDone={() => go('/cards', { replace: true })}
      />
    </>
  )
}

function MakeDefault({ card }: { readonly card: CardView }) {
  const t = useWords(cardWords)
  const take = useTakeCards()
  const choose = useMutation({
    mutationFn: () => api.call('chooseDefaultCard', { params: { id: card.id } }),
    onSuccess: (cards) => {
      take(cards)
      toast(t('made_default'))
    },
  })
  return (
    <>
      <RefusalNote error={choose.error} />
      <Button busy={choose.isPending} onClick={() => choose.mutate()} wide>
        {t('make_default')}
      </Button>
    </>
  )
}
