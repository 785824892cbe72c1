import type { StaffMemberView } from '@danbao/contracts/console'
import {
  Callout,
  Card,
  EmptyState,
  Facts,
  Loaded,
  Page,
  SkeletonCards,
  Time,
  usePathText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { UserRoundX } from 'lucide-react'
import { useStaff } from '../../session.ts'
import { Allowed } from '../common/allowed.tsx'
import { MemberActions } from './member-actions.tsx'
import { MemberState, Roles } from './member-state.tsx'
import { staffQuery } from './queries.ts'
import { RolesForm } from './roles-form.tsx'

const pageWords = words({
  member: { en: 'Member of staff', ru: 'Сотрудник', zh: '员工' },
  missing: { en: 'There is no such member', ru: 'Такого сотрудника нет', zh: '没有此员工' },
  email: { en: 'E-mail address', ru: 'Адрес почты', zh: '邮箱' },
  marketplace: { en: 'Works for', ru: 'Работает в', zh: '所属商城' },
  roles: { en: 'Roles', ru: 'Роли', zh: '角色' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  seen: { en: 'Last seen', ru: 'Последний вход', zh: '最近活动' },
  never: { en: 'never', ru: 'ни разу', zh: '从未' },
  since: { en: 'Since', ru: 'С', zh: '加入时间' },
  change: { en: 'Change roles', ru: 'Изменить роли', zh: '变更角色' },
  access: { en: 'Access', ru: 'Доступ', zh: '访问' },
  self: { en: 'This is you', ru: 'Это вы', zh: '这是您本人' },
  self_text: {
    en: 'Another administrator changes your roles and your access.',
    ru: 'Ваши роли и доступ меняет другой администратор.',
    zh: '您的角色和访问须由另一位管理员更改。',
  },
})

export function MemberPage() {
  return (
    <Allowed to="staff.manage">
      <Member />
    </Allowed>
  )
}

function Member() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const query = useQuery(staffQuery)
  const name = query.data?.data.find((one) => one.id === id)?.name
  return (
    <Page key={id} title={name ?? t('member')} back="/staff">
      <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
        {({ data }) => {
          const member = data.find((one) => one.id === id)
          if (member === undefined) return <EmptyState icon={UserRoundX} title={t('missing')} />
          return <MemberCards member={member} />
        }}
      </Loaded>
    </Page>
  )
}

function MemberCards({ member }: { readonly member: StaffMemberView }) {
  const t = useWords(pageWords)
  const { date } = useTime()
  const me = useStaff()
  const { email, state, last_seen_at: seen, created_at: since } = member
  const facts = [
    { name: t('email'), value: <span className="break-all">{email}</span> },
    ...(member.marketplace === null
      ? []
      : [{ name: t('marketplace'), value: member.marketplace.name }]),
    { name: t('roles'), value: <Roles member={member} /> },
    { name: t('state'), value: <MemberState state={state} /> },
    { name: t('seen'), value: seen === null ? t('never') : <Time at={seen} /> },
    { name: t('since'), value: date(since) },
  ]
  const own = member.id === me.id
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <Card>
        <Facts facts={facts} />
      </Card>
      {own ? (
        <Callout title={t('self')}>{t('self_text')}</Callout>
      ) : (
        <>
          {state !== 'disabled' && member.marketplace === null && (
            <Card title={t('change')}>
              <RolesForm key={member.roles.join()} member={member} />
            </Card>
          )}
          <Card title={t('access')}>
            <MemberActions member={member} />
          </Card>
        </>
      )}
    </div>
  )
}
