import { Button, RefusalNote, useWords, words } from '@danbao/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Store } from 'lucide-react'
import { api } from '../../api.ts'
import { depart } from './marketplace-journey.ts'

const buttonWords = words({
  // The name is the marketplace's own, in whatever language and letters it calls itself.
  sign_in: {
    en: 'Sign in with “{name}”',
    ru: 'Войти через маркетплейс «{name}»',
    zh: '使用“{name}”商城账户登录',
  },
})

/** One for each marketplace that people can prove themselves with. */
export function MarketplaceButtons({ next }: { readonly next: string }) {
  const t = useWords(buttonWords)
  const { data } = useQuery({
    queryKey: ['providers'],
    queryFn: ({ signal }) => api.call('listProviders', { signal }),
  })
  const leave = useMutation({
    mutationFn: (provider: string) =>
      api.call('startMarketplaceSignIn', { body: { provider, next: `/wallet${next}` } }),
    onSuccess: ({ url, attempt }, provider) =>
      depart({ provider, attempt, purpose: 'sign_in' }, url),
  })
  return (
    <>
      {leave.error !== null && <RefusalNote error={leave.error} />}
      {data?.data.map(({ id, name }) => (
        <Button
          key={id}
          kind="secondary"
          icon={Store}
          busy={leave.isPending && leave.variables === id}
          onClick={() => leave.mutate(id)}
          wide
        >
          {t('sign_in', { name })}
        </Button>
      ))}
    </>
  )
}
