import type { SettingsView } from '@danbao/contracts/wallet'
import {
  Badge,
  Button,
  Card,
  Loaded,
  Page,
  RefusalNote,
  RowLink,
  SkeletonCards,
  useTime,
  useWords,
} from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import {
  Bell,
  CreditCard,
  Database,
  History,
  KeyRound,
  LockKeyhole,
  LogOut,
  Mail,
  MessageCircleQuestionMark,
  MonitorSmartphone,
  PanelTopClose,
  Phone,
  Rows3,
  ShieldCheck,
  Store,
  UserRound,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '../../session.ts'
import { cardsQuery } from '../cards/queries.ts'
import { closingQuery } from '../closing/queries.ts'
import { marketplacesQuery } from '../marketplaces/queries.ts'
import { passkeysQuery, twoFactorQuery } from '../security/queries.ts'
import { sessionsQuery } from '../sessions/queries.ts'
import { LookCard } from './look-card.tsx'
import { useSettings } from './queries.ts'
import { listWords } from './settings-words.ts'

/** Everything that can be changed about the account, with how it is now. */
export function SettingsPage() {
  const t = useWords(listWords)
  const settings = useSettings()
  return (
    <Page title={t('title')}>
      <Loaded query={settings} skeleton={<SkeletonCards cards={3} />}>
        {(known) => (
          <>
            <YouCard settings={known} />
            <SignInCard />
            <PayCard settings={known} />
            <LookCard settings={known} />
            <AccountCard settings={known} />
          </>
        )}
      </Loaded>
      <SignOut />
    </Page>
  )
}

function Rows({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card title={title}>
      <div className="-my-1 flex flex-col">{children}</div>
    </Card>
  )
}

interface Known {
  readonly settings: SettingsView
}

function YouCard({ settings }: Known) {
  const t = useWords(listWords)
  const { profile, email, email_change, phone, phone_change } = settings
  const { given_name, family_name, city } = profile
  const name = [given_name, family_name].filter(Boolean).join(' ')
  const waits = <Badge kind="attention">{t('waits')}</Badge>
  return (
    <Rows title={t('you')}>
      <RowLink
        href="/settings/profile"
        icon={UserRound}
        title={t('profile')}
        text={[name, city].filter(Boolean).join(' · ')}
      />
      <RowLink
        href="/settings/email"
        icon={Mail}
        title={t('email')}
        text={email}
        end={email_change !== null && waits}
      />
      <RowLink
        href="/settings/phone"
        icon={Phone}
        title={t('phone')}
        text={phone === null ? t('none') : <bdi dir="ltr">{phone}</bdi>}
        end={phone_change !== null && waits}
      />
    </Rows>
  )
}

function SignInCard() {
  const t = useWords(listWords)
  const twoFactor = useQuery(twoFactorQuery).data
  const passkeys = useQuery(passkeysQuery).data
  const marketplaces = useQuery(marketplacesQuery).data
  const sessions = useQuery(sessionsQuery).data
  return (
    <Rows title={t('sign_in')}>
      <RowLink
        href="/settings/password"
        icon={LockKeyhole}
        title={t('password')}
        text={t('password_text')}
      />
      <RowLink
        href="/settings/two-factor"
        icon={ShieldCheck}
        title={t('two_factor')}
        text={
          twoFactor?.totp.enabled === true
            ? t('codes_left', { count: twoFactor.recovery_codes_left })
            : t('two_factor_text')
        }
        end={twoFactor !== undefined && <OnOff on={twoFactor.totp.enabled} />}
      />
      <RowLink
        href="/settings/passkeys"
        icon={KeyRound}
        title={t('passkeys')}
        text={passkeys === undefined ? '…' : t('passkeys_count', { count: passkeys.data.length })}
      />
      <RowLink
        href="/settings/marketplaces"
        icon={Store}
        title={t('marketplaces')}
        text={
          marketplaces === undefined
            ? '…'
            : marketplaces.data.map(({ provider }) => provider.name).join(', ') || t('none')
        }
      />
      <RowLink
        href="/settings/sessions"
        icon={MonitorSmartphone}
        title={t('sessions')}
        text={sessions === undefined ? '…' : t('sessions_count', { count: sessions.data.length })}
      />
    </Rows>
  )
}

function OnOff({ on }: { readonly on: boolean }) {
  const t = useWords(listWords)
  return <Badge kind={on ? 'success' : 'neutral'}>{on ? t('on') : t('off')}</Badge>
}

function PayCard({ settings }: Known) {
  const t = useWords(listWords)
  const cards = useQuery(cardsQuery).data
  return (
    <Rows title={t('safety')}>
      <RowLink
        href="/cards"
        icon={CreditCard}
        title={t('cards')}
        text={cards === undefined ? '…' : t('cards_count', { count: cards.data.length })}
      />
      <RowLink
        href="/settings/payment-password"
        icon={Rows3}
        title={t('payment_password')}
        text={t('payment_password_text')}
      />
      <RowLink
        href="/settings/questions"
        icon={MessageCircleQuestionMark}
        title={t('questions')}
        text={t('questions_count', { count: settings.questions.length })}
      />
      <RowLink
        href="/settings/history"
        icon={History}
        title={t('history')}
        text={t('history_text')}
      />
    </Rows>
  )
}

function AccountCard({ settings }: Known) {
  const t = useWords(listWords)
  const { date } = useTime()
  const { registered_at } = settings
  const closure = useQuery(closingQuery).data?.closure
  const asked = closure?.state === 'requested' || closure?.state === 'prepared'
  const kinds = Object.values(settings.notices).filter(Boolean).length
  return (
    <Rows title={t('account')}>
      <RowLink
        href="/settings/notices"
        icon={Bell}
        title={t('notices')}
        text={t('notices_count', { count: kinds, all: Object.keys(settings.notices).length })}
      />
      <RowLink href="/settings/data" icon={Database} title={t('data')} text={t('data_text')} />
      <RowLink
        href="/settings/close"
        icon={PanelTopClose}
        title={t('close')}
        text={registered_at === null ? undefined : t('since', { date: date(registered_at) })}
        end={asked && <Badge kind="attention">{t('asked')}</Badge>}
      />
    </Rows>
  )
}

function SignOut() {
  const t = useWords(listWords)
  const session = useSession()
  const leave = useMutation({ mutationFn: () => session.leave() })
  return (
    <>
      <RefusalNote error={leave.error} />
      <Button
        kind="secondary"
        icon={LogOut}
        busy={leave.isPending}
        onClick={() => leave.mutate()}
        wide
      >
        {t('sign_out')}
      </Button>
    </>
  )
}
