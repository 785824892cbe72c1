import type { ClosingView } from '@danbao/contracts/wallet'
import { Button, Card, RefusalNote, Steps, toast, useTime, useWords } from '@danbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { closeWords } from './close-words.ts'
import { closingQuery } from './queries.ts'

interface ClosureStatusProps {
  readonly closure: NonNullable<ClosingView['closure']>
}

/** Where an open request stands; it can be withdrawn until the account is closed. */
export function ClosureStatus({ closure }: ClosureStatusProps) {
  const t = useWords(closeWords)
  const { moment, deadline } = useTime()
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => api.call('withdrawClosure'),
    onSuccess: (next) => {
      client.setQueryData(closingQuery.queryKey, next)
      toast(t('withdrawn'))
    },
    // It may have been decided meanwhile.
    onError: () => client.invalidateQueries({ queryKey: closingQuery.queryKey }),
  })
  const prepared = closure.state === 'prepared'
  const until = t('until', { until: deadline(closure.decide_by) })
  return (
    <Card title={t('status')}>
      <Steps
        steps={[
          { title: t('requested'), state: 'done', text: moment(closure.requested_at) },
          prepared
            ? { title: t('checking'), state: 'done' }
            : { title: t('checking'), state: 'present', text: until },
          prepared
            ? { title: t('confirming'), state: 'present', text: until }
            : { title: t('confirming'), state: 'later' },
          { title: t('closed'), state: 'later', text: t('closed_text') },
        ]}
      />
      <p className="my-4">{t('withdraw_text')}</p>
      <RefusalNote error={withdraw.error} />
      <Button kind="secondary" busy={withdraw.isPending} onClick={() => withdraw.mutate()} wide>
        {t('withdraw')}
      </Button>
    </Card>
  )
}
