import { queryOptions } from '@tanstack/react-query'
import { api } from '../../api.ts'

export const twoFactorQuery = queryOptions({
  queryKey: ['two-factor'],
  queryFn: ({ signal }) => api.call('getTwoFactor', { signal }),
})

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: ({ signal }) => api.call('listPasskeys', { signal }),
})
