import { ErrorState, Page, TextLink, Toasts, useWords, words } from '@danbao/ui'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  type ErrorComponentProps,
  Outlet,
  useRouter,
} from '@tanstack/react-router'
import { EntryFrame, StaffFrame } from './frame.tsx'
import { requireStaff } from './session.ts'

const layoutWords = words({
  missing: { en: 'This page does not exist', ru: 'Такой страницы нет', zh: '页面不存在' },
  missing_text: {
    en: 'The link may be old or mistyped.',
    ru: 'Возможно, ссылка устарела или набрана с ошибкой.',
    zh: '链接可能已失效或输入有误。',
  },
  home: { en: 'To the queue', ru: 'К очереди', zh: '返回队列' },
})

export interface RouterContext {
  readonly queryClient: QueryClient
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: () => (
    <>
      <Outlet />
      <Toasts />
    </>
  ),
  notFoundComponent: NotFound,
})

/** Pages for everybody: the sign-in. */
export const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'entry',
  component: EntryFrame,
})

/** Pages of staff. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  component: StaffFrame,
  beforeLoad: requireStaff,
})

export function NotFound() {
  const t = useWords(layoutWords)
  return (
    <main className="mx-auto max-w-120 p-6">
      <Page title={t('missing')} intro={t('missing_text')}>
        <p>
          <TextLink href="/">{t('home')}</TextLink>
        </p>
      </Page>
    </main>
  )
}

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = (): void => {
    reset()
    // What the page needs before it is shown is asked for again too.
    void router.invalidate()
  }
  return <ErrorState error={error} onRetry={retry} />
}
