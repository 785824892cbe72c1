import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entryRoute, personRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => entryRoute, path })

/** Ways back into an account. Mails lead to most of these, with `?token=…`. */
export const recoveryEntryRoutes = [
  createRoute({
    ...page('/recover'),
    component: lazyRouteComponent(() => import('./recover-page.tsx'), 'RecoverPage'),
  }),
  createRoute({
    ...page('/recover/password'),
    component: lazyRouteComponent(() => import('./password-page.tsx'), 'PasswordPage'),
  }),
  createRoute({
    ...page('/recover/document'),
    component: lazyRouteComponent(() => import('./document-page.tsx'), 'DocumentPage'),
  }),
  createRoute({
    ...page('/recover/status'),
    component: lazyRouteComponent(() => import('./status-page.tsx'), 'StatusPage'),
  }),
  createRoute({
    ...page('/recover/secrets'),
    component: lazyRouteComponent(() => import('./secrets-page.tsx'), 'SecretsPage'),
  }),
  createRoute({
    ...page('/recover/email'),
    component: lazyRouteComponent(() => import('./email-page.tsx'), 'EmailPage'),
  }),
  createRoute({
    ...page('/recover/email/confirm'),
    component: lazyRouteComponent(() => import('./confirm-email-page.tsx'), 'ConfirmEmailPage'),
  }),
  createRoute({
    ...page('/recover/email/stop'),
    component: lazyRouteComponent(() => import('./stop-email-page.tsx'), 'StopEmailPage'),
  }),
]

/** The payment password is replaced by somebody who is signed in. */
export const recoveryPersonRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/recover/payment-password',
    component: lazyRouteComponent(
      () => import('./payment-password-page.tsx'),
      'PaymentPasswordPage',
    ),
  }),
]
