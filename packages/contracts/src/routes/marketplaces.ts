import { marketplaceView } from '../marketplaces.ts'
import { GET, type Route } from './route.ts'

export const marketplaceApiRoutes = {
  getMarketplace: {
    ...GET,
    path: '/v1/marketplace',
    tag: 'Marketplace',
    summary: 'Get your marketplace',
    response: marketplaceView,
    callers: ['marketplace'],
    refusals: ['not_allowed'],
  },
} as const satisfies Record<string, Route>
