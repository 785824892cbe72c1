import type { MarketplacePage as Found } from '@danbao/contracts/console'
import {
  Loaded,
  Page,
  SkeletonCards,
  Tabs,
  useGo,
  usePathText,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useStaff } from '../../session.ts'
import { Allowed } from '../common/allowed.tsx'
import { BrandTab } from './brand-tab.tsx'
import { EventsTab } from './events-tab.tsx'
import { KeysTab } from './keys-tab.tsx'
import { marketplaceQuery } from './queries.ts'
import { TermsTab } from './terms-tab.tsx'
import { WebhooksTab } from './webhooks-tab.tsx'

const pageWords = words({
  marketplace: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  parts: { en: 'About the marketplace', ru: 'Настройки маркетплейса', zh: '商城设置' },
  terms: { en: 'Terms', ru: 'Условия', zh: '条款' },
  brand: { en: 'Look', ru: 'Оформление', zh: '外观' },
  keys: { en: 'Keys', ru: 'Ключи', zh: '密钥' },
  webhooks: { en: 'Webhooks', ru: 'Вебхуки', zh: '网络钩子' },
  events: { en: 'Events', ru: 'События', zh: '事件' },
})

const TABS = ['terms', 'brand', 'keys', 'webhooks', 'events'] as const

export function MarketplacePage() {
  return (
    <Allowed to="marketplace.read">
      <Marketplace />
    </Allowed>
  )
}

function Marketplace() {
  const t = useWords(pageWords)
  const id = usePathText('id')
  const { marketplace } = useStaff()
  const query = useQuery(marketplaceQuery(id))
  // A merchant has no list to go back to.
  const back = marketplace === null ? { back: '/marketplaces' } : {}
  return (
    <Page
      key={id}
      title={query.data?.name ?? t('marketplace')}
      {...back}
      intro={<span className="text-small break-all select-all">{id}</span>}
    >
      <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
        {(found) => <Parts found={found} />}
      </Loaded>
    </Page>
  )
}

function Parts({ found }: { readonly found: Found }) {
  const t = useWords(pageWords)
  const go = useGo()
  const { id } = found
  const asked = useSearchText('tab')
  const tab = TABS.find((one) => one === asked) ?? 'terms'
  const contents = {
    terms: <TermsTab found={found} />,
    brand: <BrandTab found={found} />,
    keys: <KeysTab id={id} />,
    webhooks: <WebhooksTab id={id} />,
    events: <EventsTab id={id} />,
  }
  return (
    <Tabs
      label={t('parts')}
      value={tab}
      onValue={(value) => go(`/marketplaces/${id}?tab=${value}`, { replace: true })}
      tabs={TABS.map((value) => ({ value, label: t(value), content: contents[value] }))}
    />
  )
}
