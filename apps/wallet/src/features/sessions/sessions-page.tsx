import type { SessionView } from '@danbao/contracts/wallet'
import {
  Badge,
  Button,
  Card,
  Loaded,
  Page,
  RefusalNote,
  Time,
  toast,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Laptop, Smartphone } from 'lucide-react'
import { api } from '../../api.ts'
import { sessionsQuery } from './queries.ts'

const sessionWords = words({
  title: { en: 'Devices', ru: 'Устройства', zh: '登录设备' },
  intro: {
    en: 'Where you are signed in. Is there one that you do not know? Sign it out and change your password.',
    ru: 'Где выполнен вход. Есть незнакомое устройство? Завершите сеанс и смените пароль.',
    zh: '以下设备已登录您的账户。如有不认识的设备，请将其退出并修改密码。',
  },
  current: { en: 'This device', ru: 'Это устройство', zh: '本设备' },
  device: { en: '{browser} on {system}', ru: '{browser}, {system}', zh: '{system} 上的 {browser}' },
  unknown_browser: { en: 'Unknown browser', ru: 'Неизвестный браузер', zh: '未知浏览器' },
  unknown_system: { en: 'unknown system', ru: 'неизвестная система', zh: '未知系统' },
  seen: { en: 'Last seen', ru: 'Последняя активность:', zh: '最近活动' },
  since: { en: 'Signed in {date}', ru: 'Вход {date}', zh: '登录于 {date}' },
  end: { en: 'Sign out', ru: 'Завершить', zh: '退出' },
  end_named: {
    en: 'Sign out {device}',
    ru: 'Завершить сеанс: {device}',
    zh: '退出 {device}',
  },
  ended: { en: 'The device is signed out.', ru: 'Сеанс завершён.', zh: '该设备已退出登录。' },
  end_others: {
    en: 'Sign out all other devices',
    ru: 'Завершить все другие сеансы',
    zh: '退出所有其他设备',
  },
  others_ended: {
    en: 'All other devices are signed out.',
    ru: 'Все другие сеансы завершены.',
    zh: '其他设备均已退出登录。',
  },
  alone: {
    en: 'You are signed in nowhere else.',
    ru: 'Больше нигде вход не выполнен.',
    zh: '您没有在其他设备上登录。',
  },
})

/** Where the person is signed in, and how to end it. */
export function SessionsPage() {
  const t = useWords(sessionWords)
  const query = useQuery(sessionsQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={query}>{({ data }) => <Sessions sessions={data} />}</Loaded>
    </Page>
  )
}

function Sessions({ sessions }: { readonly sessions: readonly SessionView[] }) {
  const t = useWords(sessionWords)
  const client = useQueryClient()
  const endOthers = useMutation({
    mutationFn: () => api.call('endOtherSessions'),
    onSuccess: (left) => {
      client.setQueryData(sessionsQuery.queryKey, left)
      toast(t('others_ended'))
    },
  })
  const ordered = sessions.toSorted((a, b) => Number(b.current) - Number(a.current))
  return (
    <>
      <Card>
        <ul className="-my-2 divide-y divide-line">
          {ordered.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Card>
      <RefusalNote error={endOthers.error} />
      {sessions.length > 1 ? (
        <Button kind="secondary" busy={endOthers.isPending} onClick={() => endOthers.mutate()} wide>
          {t('end_others')}
        </Button>
      ) : (
        <p className="text-ink-soft">{t('alone')}</p>
      )}
    </>
  )
}

const PHONES: ReadonlySet<string | null> = new Set(['iPhone', 'iPad', 'Android', 'HarmonyOS'])

function SessionRow({ session }: { readonly session: SessionView }) {
  const t = useWords(sessionWords)
  const { date } = useTime()
  const { browser, system, ip, current, last_seen_at, created_at } = session
  const Icon = PHONES.has(system) ? Smartphone : Laptop
  const device = t('device', {
    browser: browser ?? t('unknown_browser'),
    system: system ?? t('unknown_system'),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1 basis-44">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          {device}
          {current && <Badge kind="success">{t('current')}</Badge>}
        </span>
        <span className="block text-small text-ink-soft">
          {!current && (
            <>
              {t('seen')} <Time at={last_seen_at} />
              {' · '}
            </>
          )}
          {t('since', { date: date(created_at) })} ·{' '}
          <bdi className="inline-block max-w-full break-all">{ip}</bdi>
        </span>
      </span>
      {!current && <EndButton session={session} device={device} />}
    </li>
  )
}

interface EndButtonProps {
  readonly session: SessionView
  readonly device: string
}

function EndButton({ session, device }: EndButtonProps) {
  const t = useWords(sessionWords)
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => api.call('endSession', { params: { id: session.id } }),
    onSuccess: (left) => {
      client.setQueryData(sessionsQuery.queryKey, left)
      toast(t('ended'))
    },
    onError: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  })
  return (
    <>
      <Button
        kind="secondary"
        className="ms-8 sm:ms-0"
        busy={end.isPending}
        onClick={() => end.mutate()}
      >
        <span aria-hidden>{t('end')}</span>
        <span className="sr-only">{t('end_named', { device })}</span>
      </Button>
      {end.error !== null && (
        <div className="w-full">
          <RefusalNote error={end.error} />
        </div>
      )}
    </>
  )
}
