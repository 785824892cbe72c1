import { PAYOUT_RHYTHMS, type PayoutPage } from '@danbao/contracts/wallet'
import { Button, Card, Form, RadioCards, toast, useForm, useTime, useWords } from '@danbao/ui'
import { api } from '../../api.ts'
import { accountText } from './account-text.ts'
import { payoutWords } from './payout-words.ts'
import { useTakePayouts } from './queries.ts'

/** Proceeds that go to the bank by themselves. */
export function ScheduleCard({
  page: { schedule, bank_accounts: accounts },
}: {
  readonly page: PayoutPage
}) {
  const t = useWords(payoutWords)
  const { date } = useTime()
  const take = useTakePayouts()
  const form = useForm({
    initial: {
      every: schedule?.every ?? 'never',
      account: schedule?.bank_account ?? accounts[0]?.id ?? '',
    },
    submit: ({ every: chosen, account }) => {
      const every = PAYOUT_RHYTHMS.find((one) => one === chosen)
      const wanted = every === undefined ? null : { every, bank_account: account }
      return api.call('changePayoutSchedule', { body: { schedule: wanted } })
    },
    done: (page) => {
      take(page)
      toast(t('saved'))
    },
  })
  const isOn = form.values.every !== 'never'
  return (
    <Card title={t('schedule')}>
      <Form form={form} label={t('schedule')}>
        <RadioCards
          {...form.text('every')}
          label={t('schedule')}
          hideLabel
          options={(['never', ...PAYOUT_RHYTHMS] as const).map((value) => ({
            value,
            label: t(value),
          }))}
        />
        {isOn && <p className="text-small text-ink-soft">{t('schedule_text')}</p>}
        {isOn && accounts.length > 1 && (
          <RadioCards
            {...form.text('account')}
            label={t('to')}
            options={accounts.map((account) => ({
              value: account.id,
              label: accountText(account),
            }))}
          />
        )}
        {schedule !== null && <p>{t('next', { day: date(schedule.next) })}</p>}
        <Button type="submit" kind="secondary" wide busy={form.busy}>
          {t('save')}
        </Button>
      </Form>
    </Card>
  )
}
