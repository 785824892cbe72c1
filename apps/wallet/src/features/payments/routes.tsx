import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { personRoute } from '../../layouts.tsx'

const page = (path: string) => ({ getParentRoute: () => personRoute, path })

/** What somebody buys and sells. */
export const paymentsRoutes = [
  createRoute({
    ...page('/payments'),
    component: lazyRouteComponent(() => import('./payments-page.tsx'), 'PaymentsPage'),
  }),
  createRoute({
    ...page('/payments/$id'),
    component: lazyRouteComponent(() => import('./payment-page.tsx'), 'PaymentPage'),
  }),
  createRoute({
    ...page('/payments/$id/receipt'),
    component: lazyRouteComponent(() => import('./receipt-page.tsx'), 'ReceiptPage'),
  }),
]
