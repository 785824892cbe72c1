import { EntryShell, LanguageSwitch, type NavItem, PageShell, useWords, words } from '@danbao/ui'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { BadgeCheck, House, ReceiptText, Settings } from 'lucide-react'
import { Bell } from './features/notifications/bell.tsx'
import { useLiveWallet } from './features/notifications/use-live-wallet.ts'
import { useSaveLanguage } from './features/settings/save-language.ts'
import { useSignedIn } from './session.ts'

const frameWords = words({
  home: { en: 'Home', ru: 'Главная', zh: '首页' },
  payments: { en: 'Payments', ru: 'Платежи', zh: '付款' },
  levels: { en: 'Levels', ru: 'Уровни', zh: '等级' },
  settings: { en: 'Settings', ru: 'Настройки', zh: '设置' },
})

const WAYS = [
  ['home', '/', House],
  ['payments', '/payments', ReceiptText],
  ['levels', '/levels', BadgeCheck],
  ['settings', '/settings', Settings],
] as const

/** Around every page of somebody who is signed in. */
export function PersonFrame() {
  return useSignedIn() ? <Frame /> : null
}

function Frame() {
  useLiveWallet()
  const t = useWords(frameWords)
  const saveLanguage = useSaveLanguage()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const nav: readonly NavItem[] = WAYS.map(([key, href, icon]) => ({
    href,
    icon,
    label: t(key),
    current: href === '/' ? path === '/' : path.startsWith(href),
  }))
  return (
    <PageShell
      nav={nav}
      tools={
        <>
          <Bell />
          <LanguageSwitch onLanguage={saveLanguage} />
        </>
      }
    >
      <Outlet />
    </PageShell>
  )
}

/** Around sign-in, registration and recovery. */
export function EntryFrame() {
  return (
    <EntryShell tools={<LanguageSwitch />}>
      <Outlet />
    </EntryShell>
  )
}
