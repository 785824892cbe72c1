import type { ClosingView } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Card,
  Checkbox,
  Form,
  Loaded,
  Page,
  PasswordInput,
  TextArea,
  TextLink,
  useForm,
  useWords,
} from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { fieldWords } from '../settings/field-words.ts'
import { closeWords } from './close-words.ts'
import { ClosureStatus } from './closure-status.tsx'
import { Obstacles } from './obstacles.tsx'
import { closingQuery } from './queries.ts'

/** The end of an account: what it means, what is in the way, the request and where it stands. */
export function ClosePage() {
  const t = useWords(closeWords)
  const query = useQuery(closingQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={query}>
        {({ closure, obstacles }) =>
          closure?.state === 'requested' || closure?.state === 'prepared' ? (
            <>
              <ClosureStatus closure={closure} />
              <Obstacles obstacles={obstacles} />
              <Meaning />
            </>
          ) : (
            <>
              {closure?.state === 'refused' && <Refused reason={closure.refusal_reason} />}
              <Meaning />
              <Obstacles obstacles={obstacles} />
              <AskForm />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Refused({ reason }: { readonly reason: string | null }) {
  const t = useWords(closeWords)
  return (
    <Callout kind="attention" title={t('refused')}>
      {reason !== null && <p>{t('refused_why', { reason })}</p>}
      <p>{t('refused_again')}</p>
    </Callout>
  )
}

const ERASED = ['erased_contact', 'erased_secrets', 'erased_messages'] as const
const KEPT = ['kept_person', 'kept_money'] as const

function Meaning() {
  const t = useWords(closeWords)
  const list = 'flex list-disc flex-col gap-1.5 ps-5'
  return (
    <>
      <Card title={t('erased')}>
        <ul className={list}>
          {ERASED.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Card>
      <Card title={t('kept')}>
        <p className="mb-2">{t('kept_text')}</p>
        <ul className={list}>
          {KEPT.map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function AskForm() {
  const t = useWords(closeWords)
  const say = useWords(fieldWords)
  const client = useQueryClient()
  const form = useForm({
    initial: { reason: '', password: '', sure: false },
    keep: 'settings.close',
    secrets: ['password'],
    check: ({ password, sure }) => ({
      password: password === '' ? say('needed') : undefined,
      sure: sure ? undefined : t('sure_needed'),
    }),
    at: { password_wrong: 'password' },
    submit: ({ reason, password }) =>
      api.call('requestClosure', {
        body: { password, ...(reason.trim() === '' ? {} : { reason }) },
      }),
    done: (next: ClosingView) => {
      client.setQueryData(closingQuery.queryKey, next)
      window.scrollTo({ top: 0, behavior: 'smooth' })
    },
  })
  return (
    <Card title={t('ask')}>
      <Form form={form} label={t('ask')}>
        <p className="text-ink-soft">
          {t.rich('data_first', {
            link: (inside) => <TextLink href="/settings/data">{inside}</TextLink>,
          })}
        </p>
        <TextArea {...form.text('reason')} label={t('reason')} rows={3} maxLength={1000} />
        <PasswordInput
          {...form.text('password')}
          label={say('password')}
          hint={say('password_why')}
          autoComplete="current-password"
        />
        <Checkbox {...form.flag('sure')} label={t('sure')} />
        <Button type="submit" kind="danger" busy={form.busy} wide>
          {t('submit')}
        </Button>
      </Form>
    </Card>
  )
}
