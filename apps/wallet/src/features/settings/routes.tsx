import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entryRoute, personRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => personRoute, path })
const entryPage = (path: string) => ({ getParentRoute: () => entryRoute, path })

/** What the account is, and what can be changed about it. */
export const settingsRoutes = [
  createRoute({
    ...page('/settings'),
    component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
  }),
  createRoute({
    ...page('/settings/profile'),
    component: lazyRouteComponent(() => import('./profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    ...page('/settings/email'),
    component: lazyRouteComponent(() => import('./email-page.tsx'), 'EmailPage'),
  }),
  createRoute({
    ...page('/settings/phone'),
    component: lazyRouteComponent(() => import('./phone-page.tsx'), 'PhonePage'),
  }),
  createRoute({
    ...page('/settings/password'),
    component: lazyRouteComponent(() => import('./password-page.tsx'), 'PasswordPage'),
  }),
  createRoute({
    ...page('/settings/payment-password'),
    component: lazyRouteComponent(
      () => import('./payment-password-page.tsx'),
      'PaymentPasswordPage',
    ),
  }),
  createRoute({
    ...page('/settings/questions'),
    component: lazyRouteComponent(() => import('./questions-page.tsx'), 'QuestionsPage'),
  }),
  createRoute({
    ...page('/settings/notices'),
    component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesPage'),
  }),
  createRoute({
    ...page('/settings/history'),
    component: lazyRouteComponent(() => import('./history-page.tsx'), 'HistoryPage'),
  }),
  createRoute({
    ...page('/settings/data'),
    component: lazyRouteComponent(() => import('./data-page.tsx'), 'DataPage'),
  }),
]

/** Where the links in mails about a change of address lead: also for who is not signed in. */
export const settingsEntryRoutes = [
  createRoute({
    ...entryPage('/email/confirm'),
    component: lazyRouteComponent(() => import('./confirm-email-page.tsx'), 'ConfirmEmailPage'),
  }),
  createRoute({
    ...entryPage('/email/undo'),
    component: lazyRouteComponent(() => import('./undo-email-page.tsx'), 'UndoEmailPage'),
  }),
]
