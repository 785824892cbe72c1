import { ErrorState, Page, TextLink, Toasts, useWords, words } from '@danbao/ui'
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  type ErrorComponentProps,
  Outlet,
  useRouter,
} from '@tanstack/react-router'
import { EntryFrame, PersonFrame } from './frame.tsx'
import { requirePerson } from './session.ts'

const layoutWords = words({
  missing: { en: 'This page does not exist', ru: 'Такой страницы нет', zh: '页面不存在' },
  missing_text: {
    en: 'The link may be old or mistyped. Nothing happened to your money.',
    ru: 'Возможно, ссылка устарела или набрана с ошибкой. С вашими деньгами ничего не случилось.',
    zh: '链接可能已失效或输入有误。您的资金未受影响。',
  },
  home: { en: 'To the first page', ru: 'На главную', zh: '返回首页' },
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

/** Pages for everybody: sign-in, registration, recovery. */
export const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'entry',
  component: EntryFrame,
})

/** Pages of the person who is signed in. */
export const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'person',
  component: PersonFrame,
  beforeLoad: requirePerson,
})

export function NotFound() {
  const t = useWords(layoutWords)
  return (
    <div className="mx-auto max-w-120 p-6">
      <Page title={t('missing')} intro={t('missing_text')}>
        <p>
          <TextLink href="/">{t('home')}</TextLink>
        </p>
      </Page>
    </div>
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
