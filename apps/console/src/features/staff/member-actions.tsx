import type { StaffMemberView } from '@danbao/contracts/console'
import { Button, RefusalNote, toast, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'
import { Mail, Power, PowerOff, SmartphoneNfc } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ReasonDialog } from '../common/reason-dialog.tsx'
import { useKeepMember } from './queries.ts'

const actionWords = words({
  link: {
    en: 'Send a link for the password',
    ru: 'Отправить ссылку для пароля',
    zh: '发送密码链接',
  },
  link_done: {
    en: 'A link is on its way to {email}.',
    ru: 'Ссылка отправлена на {email}.',
    zh: '链接已发送至 {email}。',
  },
  reset: { en: 'Reset the second factor', ru: 'Сбросить второй фактор', zh: '重置第二重验证' },
  reset_means: {
    en: '{name} is signed out, gets a mail, and sets up a new one at the next sign-in.',
    ru: '{name} выйдет из системы, получит письмо и настроит новый фактор при следующем входе.',
    zh: '{name} 将退出登录并收到邮件，下次登录时重新设置。',
  },
  reset_done: {
    en: 'The second factor is reset.',
    ru: 'Второй фактор сброшен.',
    zh: '第二重验证已重置。',
  },
  disable: { en: 'Disable', ru: 'Отключить', zh: '停用' },
  disable_means: {
    en: '{name} is signed out at once and can not come back. Their cases go back to the queue, and what they asked for is void.',
    ru: '{name} сразу выйдет и не сможет вернуться. Дела вернутся в очередь, поданные просьбы потеряют силу.',
    zh: '{name} 将立即退出且无法登录。其案件退回队列，所发起的审批失效。',
  },
  disable_done: {
    en: '{name} is disabled.',
    ru: 'Сотрудник отключён: {name}.',
    zh: '{name} 已停用。',
  },
  enable: { en: 'Enable again', ru: 'Включить снова', zh: '重新启用' },
  enable_means: {
    en: '{name} can sign in again with the earlier roles, except administrator.',
    ru: '{name} снова сможет войти с прежними ролями, кроме администратора.',
    zh: '{name} 可重新登录并保留原角色（管理员除外）。',
  },
  enable_done: {
    en: '{name} is back.',
    ru: 'Сотрудник снова включён: {name}.',
    zh: '{name} 已启用。',
  },
})

type Asked = 'reset' | 'disable' | 'enable'

const ROUTES = {
  reset: 'resetStaffSecondFactor',
  disable: 'disableStaff',
  enable: 'enableStaff',
} as const

/** Link, second factor, disabling: what somebody's state allows. */
export function MemberActions({ member }: { readonly member: StaffMemberView }) {
  const t = useWords(actionWords)
  const keep = useKeepMember()
  const [asked, setAsked] = useState<Asked>()
  const { id, name, email, state } = member
  const link = useMutation({
    mutationFn: () => api.call('sendStaffLink', { params: { id } }),
    onSuccess: (sent) => {
      keep(sent)
      toast(t('link_done', { email }))
    },
  })
  if (state === 'disabled') {
    return (
      <>
        <Button kind="secondary" icon={Power} onClick={() => setAsked('enable')}>
          {t('enable')}
        </Button>
        <AccessDialog asked={asked} member={member} onClose={() => setAsked(undefined)} />
      </>
    )
  }
  return (
    <div className="flex flex-col items-start gap-3">
      <RefusalNote error={link.error} />
      <Button kind="secondary" icon={Mail} busy={link.isPending} onClick={() => link.mutate()}>
        {t('link')}
      </Button>
      {state === 'active' && (
        <Button kind="secondary" icon={SmartphoneNfc} onClick={() => setAsked('reset')}>
          {t('reset')}
        </Button>
      )}
      <Button kind="danger" icon={PowerOff} onClick={() => setAsked('disable')}>
        {t('disable')}
      </Button>
      <AccessDialog key={name} asked={asked} member={member} onClose={() => setAsked(undefined)} />
    </div>
  )
}

interface AccessDialogProps {
  readonly asked: Asked | undefined
  readonly member: StaffMemberView
  readonly onClose: () => void
}

function AccessDialog({ asked, member, onClose }: AccessDialogProps) {
  const t = useWords(actionWords)
  const keep = useKeepMember()
  const { id, name } = member
  const what = asked ?? 'disable'
  return (
    <ReasonDialog
      open={asked !== undefined}
      onClose={onClose}
      title={t(what)}
      consequence={t(`${what}_means`, { name })}
      verb={t(what)}
      kind={what === 'enable' ? 'primary' : 'danger'}
      done={what === 'reset' ? t('reset_done') : t(`${what}_done`, { name })}
      submit={async (reason) =>
        keep(await api.call(ROUTES[what], { params: { id }, body: { reason } }))
      }
      onDone={() => undefined}
    />
  )
}
