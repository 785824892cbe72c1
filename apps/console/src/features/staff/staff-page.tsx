import type { StaffMemberView } from '@danbao/contracts/console'
import {
  Button,
  Card,
  type Column,
  Loaded,
  Page,
  SkeletonLines,
  Table,
  TextLink,
  Time,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useStaff } from '../../session.ts'
import { Allowed } from '../common/allowed.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberState, Roles } from './member-state.tsx'
import { staffQuery } from './queries.ts'

const pageWords = words({
  title: { en: 'Staff', ru: 'Сотрудники', zh: '员工' },
  intro: {
    en: 'Who works here, and as what. Making an administrator takes two people.',
    ru: 'Кто здесь работает и в какой роли. Администратора назначают двое.',
    zh: '员工及其角色。任命管理员须两人同意。',
  },
  invite: { en: 'Invite', ru: 'Пригласить', zh: '邀请' },
  caption: { en: 'Members of staff', ru: 'Список сотрудников', zh: '员工列表' },
  name: { en: 'Name', ru: 'Имя', zh: '姓名' },
  email: { en: 'E-mail address', ru: 'Адрес почты', zh: '邮箱' },
  roles: { en: 'Roles', ru: 'Роли', zh: '角色' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  seen: { en: 'Last seen', ru: 'Последний вход', zh: '最近活动' },
  never: { en: 'never', ru: 'ни разу', zh: '从未' },
  you: { en: '(you)', ru: '(вы)', zh: '（您）' },
})

export function StaffPage() {
  return (
    <Allowed to="staff.manage">
      <Members />
    </Allowed>
  )
}

function Members() {
  const t = useWords(pageWords)
  const query = useQuery(staffQuery)
  const [inviting, setInviting] = useState(false)
  return (
    <Page
      title={t('title')}
      intro={t('intro')}
      actions={
        <Button icon={UserPlus} onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      }
    >
      <Card>
        <Loaded query={query} skeleton={<SkeletonLines lines={6} />}>
          {({ data }) => <MemberTable members={data} />}
        </Loaded>
      </Card>
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </Page>
  )
}

function MemberTable({ members }: { readonly members: readonly StaffMemberView[] }) {
  const t = useWords(pageWords)
  const me = useStaff()
  const columns: readonly Column<StaffMemberView>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ id, name }) => (
        <>
          <TextLink href={`/staff/${id}`}>{name}</TextLink> {id === me.id && t('you')}
        </>
      ),
    },
    { key: 'email', title: t('email'), className: 'break-all', cell: ({ email }) => email },
    { key: 'roles', title: t('roles'), cell: (member) => <Roles member={member} /> },
    { key: 'state', title: t('state'), cell: ({ state }) => <MemberState state={state} /> },
    {
      key: 'seen',
      title: t('seen'),
      cell: ({ last_seen_at: at }) => (at === null ? t('never') : <Time at={at} />),
    },
  ]
  return <Table caption={t('caption')} columns={columns} rows={members} rowKey={({ id }) => id} />
}
