import {
  AppLink,
  ErrorBoundary,
  LinkProvider,
  parseSearch,
  startApp,
  stringifySearch,
} from '@danbao/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Broken, NotFound } from './layouts.tsx'
import { createQueryClient } from './queries.ts'
import { routeTree } from './routes.tsx'
import './styles.css'

const queryClient = createQueryClient()

const router = createRouter({
  routeTree,
  context: { queryClient },
  basepath: import.meta.env.BASE_URL,
  parseSearch,
  stringifySearch,
  defaultErrorComponent: Broken,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

createRoot(startApp(import.meta.env.BASE_URL, import.meta.env.PROD)).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <LinkProvider value={AppLink}>
          <RouterProvider router={router} />
        </LinkProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
)
