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
  ArrowLeftRight,
  ChartColumn,
  CheckCheck,
  Inbox,
  Landmark,
  LogOut,
  type LucideIcon,
  ReceiptText,
  ScrollText,
  Search,
  Send,
  Store,
  UsersRound,
} from 'lucide-react'
import { useLiveDesk } from './features/common/use-live-desk.ts'
import { useMay, useSession, useSignedIn, useStaff } from './session.ts'

const frameWords = words({
  queue: { en: 'Queue', ru: 'Очередь', zh: '队列' },
  approvals: { en: 'Approvals', ru: 'Согласования', zh: '审批' },
  overview: { en: 'Overview', ru: 'Обзор', zh: '概览' },
  payments: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  deposits: { en: 'Deposits', ru: 'Поступления', zh: '入账' },
  payouts: { en: 'Payouts', ru: 'Вывод денег', zh: '提现' },
  rates: { en: 'Rates', ru: 'Курсы', zh: '汇率' },
  search: { en: 'Search', ru: 'Поиск', zh: '搜索' },
  audit: { en: 'Audit log', ru: 'Журнал', zh: '审计日志' },
  marketplaces: { en: 'Marketplaces', ru: 'Маркетплейсы', zh: '商城' },
  own_marketplace: { en: 'Your marketplace', ru: 'Ваш маркетплейс', zh: '我的商城' },
  staff: { en: 'Staff', ru: 'Сотрудники', zh: '员工' },
  own: { en: 'Your own access', ru: 'Ваш доступ', zh: '我的访问' },
  sign_out: { en: 'Sign out', ru: 'Выйти', zh: '退出登录' },
})

interface Way {
  readonly key: Exclude<keyof typeof frameWords, 'own' | 'own_marketplace' | 'sign_out'>
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
    waiting: ({ identity, recovery, closure, dispute, payment_check: check }) =>
      identity + recovery + closure + dispute + check,
  },
  {
    key: 'approvals',
    href: '/approvals',
    icon: CheckCheck,
    permission: 'approval.give',
    waiting: ({ approvals }) => approvals,
  },
  { key: 'overview', href: '/overview', icon: ChartColumn, permission: 'overview.read' },
  { key: 'payments', href: '/payments', icon: ReceiptText, permission: 'payment.read' },
  { key: 'deposits', href: '/deposits', icon: Landmark, permission: 'funding.manage' },
  { key: 'payouts', href: '/payouts', icon: Send, permission: 'funding.manage' },
  { key: 'rates', href: '/rates', icon: ArrowLeftRight, permission: 'funding.manage' },
  { key: 'search', href: '/people', icon: Search, permission: 'payment.read' },
  { key: 'marketplaces', href: '/marketplaces', icon: Store, permission: 'marketplace.read' },
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
  const { waiting, marketplace } = useStaff()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const nav: readonly NavItem[] = WAYS.filter(({ permission }) => may(permission)).map((way) => ({
    // A merchant's way leads to the one that is theirs.
    href: marketplace === null ? way.href : `${way.href}/${marketplace.id}`,
    icon: way.icon,
    label: t(marketplace === null ? way.key : 'own_marketplace'),
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
