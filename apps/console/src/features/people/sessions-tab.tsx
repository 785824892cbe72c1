import type { PersonPage } from '@danbao/contracts/console'
import { Button, Card, EmptyState, Time, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { LogOut, MonitorSmartphone } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useMay } from '../../session.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { useDeviceName } from './device-name.ts'

const tabWords = words({
  title: {
    en: '{count, plural, one {# session} other {# sessions}}',
    ru: '{count, plural, one {# сеанс} few {# сеанса} many {# сеансов} other {# сеанса}}',
    zh: '{count, plural, other {# 个会话}}',
  },
  since: { en: 'Since', ru: 'Начат', zh: '开始于' },
  seen: { en: 'Last seen', ru: 'Активность', zh: '最近活动' },
  empty: { en: 'Nobody is signed in', ru: 'Активных сеансов нет', zh: '当前没有登录' },
  empty_text: {
    en: 'Open sessions of the person stand here, with device and address.',
    ru: 'Здесь будут открытые сеансы: устройство и адрес.',
    zh: '用户的登录会话会显示在这里，含设备和地址。',
  },
  end: { en: 'End all sessions', ru: 'Завершить все сеансы', zh: '结束全部会话' },
  end_means: {
    en: 'The person is signed out on every device and gets a mail. Money and passwords stay as they are.',
    ru: 'Человек выйдет на всех устройствах и получит письмо. Деньги и пароли не изменятся.',
    zh: '用户将在所有设备上退出并收到邮件。资金和密码不变。',
  },
  ended: { en: 'All sessions are ended.', ru: 'Все сеансы завершены.', zh: '已结束全部会话。' },
})

export function SessionsTab({ found }: { readonly found: PersonPage }) {
  const t = useWords(tabWords)
  const may = useMay()
  const client = useQueryClient()
  const [ending, setEnding] = useState(false)
  const { sessions } = found
  const { id } = found.person
  if (sessions.length === 0) {
    return (
      <EmptyState icon={MonitorSmartphone} title={t('empty')}>
        {t('empty_text')}
      </EmptyState>
    )
  }
  return (
    <Card title={t('title', { count: sessions.length })}>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="py-3">
            <SessionLine session={session} />
          </li>
        ))}
      </ul>
      {may('session.end') && (
        <div className="mt-4">
          <Button kind="secondary" icon={LogOut} onClick={() => setEnding(true)}>
            {t('end')}
          </Button>
        </div>
      )}
      <ReasonDialog
        open={ending}
        onClose={() => setEnding(false)}
        title={t('end')}
        consequence={t('end_means')}
        verb={t('end')}
        kind="danger"
        done={t('ended')}
        submit={(reason) => api.call('endPersonSessions', { params: { id }, body: { reason } })}
        onDone={() => void client.invalidateQueries({ queryKey: ['person', id] })}
      />
    </Card>
  )
}

function SessionLine({ session }: { readonly session: PersonPage['sessions'][number] }) {
  const t = useWords(tabWords)
  const device = useDeviceName()
  return (
    <div className="flex flex-wrap justify-between gap-x-6 gap-y-1">
      <div className="min-w-0">
        <p title={session.user_agent}>{device(session.user_agent)}</p>
        <p className="text-small text-ink-soft">{session.ip}</p>
      </div>
      <p className="text-small text-ink-soft">
        {t('seen')}: <Time at={session.last_seen_at} />
        <br />
        {t('since')}: <Time at={session.created_at} />
      </p>
    </div>
  )
}
