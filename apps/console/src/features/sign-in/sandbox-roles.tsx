import type { StaffRole } from '@danbao/contracts/console'
import { Button, Card, RefusalNote, useWords, words } from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { useNext } from './next.ts'

const roleWords = words({
  title: { en: 'Sandbox: sign in as …', ru: 'Песочница: войти как…', zh: '沙盒：登录为…' },
  text: {
    en: 'Play money only. One click signs in, without password and code.',
    ru: 'Деньги здесь учебные. Вход одним нажатием, без пароля и кода.',
    zh: '仅使用虚拟资金。一键登录，无需密码和验证码。',
  },
  support: {
    en: '<quiet>Sandbox: sign in as </quiet>support',
    ru: '<quiet>Песочница: войти как </quiet>поддержка',
    zh: '<quiet>沙盒：登录为</quiet>客服',
  },
  reviewer: {
    en: '<quiet>Sandbox: sign in as </quiet>reviewer',
    ru: '<quiet>Песочница: войти как </quiet>проверяющий',
    zh: '<quiet>沙盒：登录为</quiet>审核员',
  },
  arbiter: {
    en: '<quiet>Sandbox: sign in as </quiet>arbiter',
    ru: '<quiet>Песочница: войти как </quiet>арбитр',
    zh: '<quiet>沙盒：登录为</quiet>仲裁员',
  },
  treasurer: {
    en: '<quiet>Sandbox: sign in as </quiet>treasurer',
    ru: '<quiet>Песочница: войти как </quiet>казначей',
    zh: '<quiet>沙盒：登录为</quiet>资金主管',
  },
  merchant: {
    en: '<quiet>Sandbox: sign in as </quiet>merchant of Sample Market',
    ru: '<quiet>Песочница: войти как </quiet>маркетплейс Sample Market',
    zh: '<quiet>沙盒：登录为</quiet>Sample Market 的商户',
  },
  administrator: {
    en: '<quiet>Sandbox: sign in as </quiet>administrator',
    ru: '<quiet>Песочница: войти как </quiet>администратор',
    zh: '<quiet>沙盒：登录为</quiet>管理员',
  },
})

/** For demonstrations; a live server offers none, and then there is nothing to see. */
export function SandboxRoles() {
  const t = useWords(roleWords)
  const entrance = useQuery({
    queryKey: ['entrance'],
    queryFn: ({ signal }) => api.call('getConsoleEntrance', { signal }),
    staleTime: Infinity,
  })
  const { enter } = useSession()
  const { next } = useNext()
  const signIn = useMutation({
    mutationFn: (role: StaffRole) => api.call('sandboxSignIn', { body: { role } }),
    onSuccess: () => enter(next),
  })
  const roles = entrance.data?.mode === 'sandbox' ? entrance.data.one_click : []
  if (roles.length === 0) return null
  return (
    <Card title={t('title')}>
      <p className="mb-4 text-ink-soft">{t('text')}</p>
      <RefusalNote error={signIn.error} />
      <div className="grid grid-cols-1 gap-2 min-[26rem]:grid-cols-2">
        {roles.map((role) => (
          <Button
            key={role}
            kind="secondary"
            busy={signIn.isPending && signIn.variables === role}
            onClick={() => signIn.mutate(role)}
          >
            {t.rich(role, { quiet: (inside) => <span className="sr-only">{inside}</span> })}
          </Button>
        ))}
      </div>
    </Card>
  )
}
