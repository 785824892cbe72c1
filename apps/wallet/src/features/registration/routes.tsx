import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { entryRoute, personRoute } from '../../layouts.tsx'
import { readMe } from '../../session.ts'

const page = (path: string) => ({ getParentRoute: () => entryRoute, path })

/** From an address to an open wallet. */
export const registrationEntryRoutes = [
  createRoute({
    ...page('/register'),
    // Who has begun goes on where it stopped; who has a wallet needs no other.
    beforeLoad: async ({ context }) => {
      const { state } = await readMe(context.queryClient)
      if (state === 'registering') throw redirect({ href: '/register/steps', replace: true })
      if (state === 'signed_in') throw redirect({ href: '/', replace: true })
    },
    component: lazyRouteComponent(() => import('./start-page.tsx'), 'StartPage'),
  }),
  createRoute({
    ...page('/register/mail'),
    component: lazyRouteComponent(() => import('./mail-page.tsx'), 'MailPage'),
  }),
  createRoute({
    ...page('/register/confirm'),
    component: lazyRouteComponent(() => import('./confirm-page.tsx'), 'ConfirmPage'),
  }),
  createRoute({
    ...page('/register/steps'),
    beforeLoad: async ({ context }) => {
      const { state } = await readMe(context.queryClient)
      if (state === 'registering') return
      throw redirect({ href: state === 'signed_in' ? '/' : '/register', replace: true })
    },
    component: lazyRouteComponent(() => import('./steps-page.tsx'), 'StepsPage'),
  }),
]

export const registrationPersonRoutes = [
  createRoute({
    getParentRoute: () => personRoute,
    path: '/welcome',
    component: lazyRouteComponent(() => import('./welcome-page.tsx'), 'WelcomePage'),
  }),
]
