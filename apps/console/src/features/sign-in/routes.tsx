import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entryRoute } from '../../layouts.tsx'
import { SignInPage } from './sign-in-page.tsx'

export const signInRoutes = [
  createRoute({ getParentRoute: () => entryRoute, path: '/sign-in', component: SignInPage }),
  createRoute({
    getParentRoute: () => entryRoute,
    path: '/sign-in/code',
    component: lazyRouteComponent(() => import('./code-page.tsx'), 'CodePage'),
  }),
  createRoute({
    getParentRoute: () => entryRoute,
    path: '/sign-in/enrol',
    component: lazyRouteComponent(() => import('./enrol-page.tsx'), 'EnrolPage'),
  }),
  createRoute({
    getParentRoute: () => entryRoute,
    path: '/password',
    component: lazyRouteComponent(() => import('./password-page.tsx'), 'PasswordPage'),
  }),
]
