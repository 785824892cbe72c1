import type { StaffPermission } from '@danbao/contracts'
import type { StaffMe } from '@danbao/contracts/console'
import {
  Avatar,
  Button,
  EntryShell,
  LanguageSwitch,
  Link,
  type NavItem,
  StaffShell,
  useWords,
  words,
} from '@danbao/ui'
import { Outlet, useRouterState } from '@tanstack/react-router'
import {
  CheckCheck,
  Inbox,
  LogOut,
  type LucideIcon,
  ScrollText,
  Search,
  UsersRound,
} from 'lucide-react'
import { useLiveDesk } from './features/common/use-live-desk.ts'
import { useMay, useSession, useSignedIn, useStaff } from './session.ts'

const frameWords = words({
  queue: { en: 'Queue', ru: 'Очередь', zh: '队列' },
  approvals: { en: 'Approvals', ru: 'Согласования', zh: '审批' },
  people: { en: 'People', ru: 'Пользователи', zh: '用户' },
  audit: { en: 'Audit log', ru: 'Журнал', zh: '审计日志' },
  staff: { en: 'Staff', ru: 'Сотрудники', zh: '员工' },
  own: { en: 'Your own access', ru: 'Ваш доступ', zh: '我的访问' },
  sign_out: { en: 'Sign out', ru: 'Выйти', zh: '退出登录' },
})

interface Way {
  readonly key: Exclude<keyof typeof frameWords, 'own' | 'sign_out'>
  readonly href: string
  readonly icon: LucideIcon
  readonly permission: StaffPermission
  readonly waiting?: (waiting: StaffMe['waiting']) => number
}

const WAYS: readonly Way[] = [
  {
    key: 'queue',
    href: '/',
    icon: Inbox,
    permission: 'queue.read',
    waiting: ({ identity, recovery, closure }) => identity + recovery + closure,
  },
  {
    key: 'approvals',
    href: '/approvals',
    icon: CheckCheck,
    permission: 'approval.give',
    waiting: ({ approvals }) => approvals,
  },
  { key: 'people', href: '/people', icon: Search, permission: 'person.search' },
  { key: 'audit', href: '/audit', icon: ScrollText, permission: 'audit.read' },
  { key: 'staff', href: '/staff', icon: UsersRound, permission: 'staff.manage' },
]

/** Around every page of staff: only what their role can use is offered. */
export function StaffFrame() {
  return useSignedIn() ? <Frame /> : null
}

function Frame() {
  useLiveDesk()
  const t = useWords(frameWords)
  const may = useMay()
  const { waiting } = useStaff()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const nav: readonly NavItem[] = WAYS.filter(({ permission }) => may(permission)).map((way) => ({
    href: way.href,
    icon: way.icon,
    label: t(way.key),
    count: way.waiting?.(waiting),
    current: isAt(path, way.href),
  }))
  return (
    <StaffShell nav={nav} tools={<Tools />}>
      <Outlet />
    </StaffShell>
  )
}

/** The queue is the first page, and the cases that are opened from it. */
function isAt(path: string, href: string): boolean {
  return href === '/' ? path === '/' || path.startsWith('/cases/') : path.startsWith(href)
}

function Tools() {
  const t = useWords(frameWords)
  const { name } = useStaff()
  const { leave } = useSession()
  return (
    <>
      <LanguageSwitch />
      <Link href="/me" className="tap flex items-center gap-2 rounded-card px-2">
        <Avatar name={name} size="small" />
        <span className="sr-only">
          {name}: {t('own')}
        </span>
        <span aria-hidden className="hidden min-w-0 truncate lg:inline">
          {name}
        </span>
      </Link>
      <Button kind="quiet" dense icon={LogOut} onClick={() => void leave()}>
        {t('sign_out')}
      </Button>
    </>
  )
}

/** Around the sign-in. */
export function EntryFrame() {
  return (
    <EntryShell tools={<LanguageSwitch />}>
      <Outlet />
    </EntryShell>
  )
}
