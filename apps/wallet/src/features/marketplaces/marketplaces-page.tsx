import {
  Button,
  Card,
  Dialog,
  EmptyState,
  Loaded,
  Page,
  RefusalNote,
  Time,
  toast,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import type { AnswerOf } from '@danbao/contracts'
import type { WalletRoutes } from '@danbao/contracts/wallet'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Store } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { useSure } from '../security/use-sure.tsx'
import { depart } from '../sign-in/marketplace-journey.ts'
import { marketplacesQuery } from './queries.ts'

const marketWords = words({
  title: { en: 'Linked marketplaces', ru: 'Привязанные маркетплейсы', zh: '已关联的商城' },
  intro: {
    en: 'Who is signed in to a linked marketplace can sign in here without a password.',
    ru: 'Кто вошёл в привязанный маркетплейс, войдёт и сюда без пароля.',
    zh: '已登录关联商城后，无需密码即可登录此处。',
  },
  linked: { en: 'Linked', ru: 'Привязаны', zh: '已关联' },
  since: { en: 'Since {date}', ru: 'С {date}', zh: '{date} 起' },
  used: { en: 'used', ru: 'вход', zh: '上次使用' },
  never: { en: 'never used', ru: 'ещё не использовался', zh: '未使用过' },
  unlink: { en: 'Unlink', ru: 'Отвязать', zh: '取消关联' },
  unlink_named: { en: 'Unlink {name}', ru: 'Отвязать {name}', zh: '取消关联 {name}' },
  unlink_title: {
    en: 'Unlink {name}?',
    ru: 'Отвязать {name}?',
    zh: '要取消关联 {name} 吗？',
  },
  unlink_text: {
    en: 'You can not sign in with it any more. Your orders and payments there stay as they are.',
    ru: 'Войти через него больше не получится. Заказы и платежи там останутся как есть.',
    zh: '之后将无法通过它登录。您在该商城的订单和付款不受影响。',
  },
  keep: { en: 'Keep it', ru: 'Оставить', zh: '保留' },
  unlinked: {
    en: '{name} is unlinked.',
    ru: '{name}: привязка удалена.',
    zh: '已取消关联 {name}。',
  },
  more: { en: 'You can link', ru: 'Можно привязать', zh: '可关联的商城' },
  more_text: {
    en: 'You sign in there once and come back here.',
    ru: 'Вы один раз войдёте там и вернётесь сюда.',
    zh: '您需在商城登录一次，然后返回此处。',
  },
  link: { en: 'Link {name}', ru: 'Привязать {name}', zh: '关联 {name}' },
  none: { en: 'No marketplace to link', ru: 'Привязывать нечего', zh: '暂无可关联的商城' },
  none_text: {
    en: 'When a marketplace offers sign-in with Danbao, it appears here.',
    ru: 'Когда маркетплейс предложит вход через себя, он появится здесь.',
    zh: '支持登录的商城会显示在这里。',
  },
})

const providersQuery = queryOptions({
  queryKey: ['providers'],
  queryFn: ({ signal }) => api.call('listProviders', { signal }),
})

type Linked = AnswerOf<WalletRoutes['listMarketplaces']>['data'][number]
type Provider = AnswerOf<WalletRoutes['listProviders']>['data'][number]

/** The marketplaces that the person can sign in with. */
export function MarketplacesPage() {
  const t = useWords(marketWords)
  const linked = useQuery(marketplacesQuery)
  const providers = useQuery(providersQuery)
  return (
    <Page title={t('title')} intro={t('intro')} back="/settings">
      <Loaded query={linked}>
        {({ data }) => (
          <>
            {data.length > 0 && (
              <Card title={t('linked')}>
                <ul className="-my-2 divide-y divide-line">
                  {data.map((one) => (
                    <LinkedRow key={one.provider.id} linked={one} />
                  ))}
                </ul>
              </Card>
            )}
            <Loaded query={providers}>
              {(all) => <Linkable linked={data} providers={all.data} />}
            </Loaded>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function LinkedRow({ linked }: { readonly linked: Linked }) {
  const t = useWords(marketWords)
  const { date } = useTime()
  const [asking, setAsking] = useState(false)
  const { provider, email, linked_at, last_used_at } = linked
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <Store aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1 basis-44">
        <span className="block">{provider.name}</span>
        {email !== null && <span className="block text-small text-ink-soft">{email}</span>}
        <span className="block text-small text-ink-soft">
          {t('since', { date: date(linked_at) })} ·{' '}
          {last_used_at === null ? (
            t('never')
          ) : (
            <>
              {t('used')} <Time at={last_used_at} />
            </>
          )}
        </span>
      </span>
      <Button kind="secondary" className="ms-8 sm:ms-0" onClick={() => setAsking(true)}>
        <span aria-hidden>{t('unlink')}</span>
        <span className="sr-only">{t('unlink_named', { name: provider.name })}</span>
      </Button>
      <UnlinkDialog provider={provider} open={asking} onClose={() => setAsking(false)} />
    </li>
  )
}

interface UnlinkDialogProps {
  readonly provider: Provider
  readonly open: boolean
  readonly onClose: () => void
}

function UnlinkDialog({ provider, open, onClose }: UnlinkDialogProps) {
  const t = useWords(marketWords)
  const client = useQueryClient()
  const { id, name } = provider
  const unlink = useMutation({
    mutationFn: () => api.call('unlinkMarketplace', { body: { provider: id } }),
    onSuccess: (left) => {
      onClose()
      client.setQueryData(marketplacesQuery.queryKey, left)
      toast(t('unlinked', { name }))
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      busy={unlink.isPending}
      title={t('unlink_title', { name })}
      actions={
        <>
          <Button kind="secondary" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button kind="danger" busy={unlink.isPending} onClick={() => unlink.mutate()}>
            {t('unlink')}
          </Button>
        </>
      }
    >
      <p>{t('unlink_text')}</p>
      <RefusalNote error={unlink.error} />
    </Dialog>
  )
}

interface LinkableProps {
  readonly linked: readonly Linked[]
  readonly providers: readonly Provider[]
}

function Linkable({ linked, providers }: LinkableProps) {
  const t = useWords(marketWords)
  const leave = useSure(
    (provider: string, proof) => api.call('startMarketplaceLink', { body: { ...proof, provider } }),
    ({ url, attempt }, provider) => depart({ provider, attempt, purpose: 'link' }, url),
  )
  const taken = new Set(linked.map(({ provider }) => provider.id))
  const open = providers.filter(({ id }) => !taken.has(id))
  if (open.length === 0) {
    return linked.length > 0 ? null : (
      <EmptyState icon={Store} title={t('none')}>
        {t('none_text')}
      </EmptyState>
    )
  }
  return (
    <Card title={t('more')}>
      <p className="mb-4 text-ink-soft">{t('more_text')}</p>
      <RefusalNote error={leave.error} />
      <div className="flex flex-col gap-2">
        {open.map(({ id, name }) => (
          <Button
            key={id}
            kind="secondary"
            icon={Store}
            busy={leave.busy}
            onClick={() => leave.run(id)}
            wide
          >
            {t('link', { name })}
          </Button>
        ))}
      </div>
      {leave.dialog}
    </Card>
  )
}
