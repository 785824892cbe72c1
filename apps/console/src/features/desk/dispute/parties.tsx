import type { DisputeCase, DisputeParty } from '@danbao/contracts/console'
import { Badge, TextLink, useTime, useWords, words } from '@danbao/ui'
import { useMay } from '../../../session.ts'
import { levelWords } from '../../common/kind-words.ts'
import { sideWords } from './dispute-words.ts'

const partyWords = words({
  nobody: { en: 'Not known', ru: 'Неизвестен', zh: '未知' },
  since: { en: 'Since {date}', ru: 'С {date}', zh: '注册于 {date}' },
  frozen: { en: 'Frozen', ru: 'Заморожен', zh: '已冻结' },
  account_of_shop: {
    en: 'An account of the marketplace, without a wallet',
    ru: 'Аккаунт маркетплейса, без кошелька',
    zh: '商城账户，无钱包',
  },
  payments: {
    en: '{count, plural, one {# paid payment} other {# paid payments}} on this side',
    ru: '{count, plural, one {# оплаченный платёж} few {# оплаченных платежа} many {# оплаченных платежей} other {# оплаченного платежа}} на этой стороне',
    zh: '此角色已付款 {count} 笔',
  },
  first: { en: 'The first dispute', ru: 'Первый спор', zh: '首次争议' },
  disputes: {
    en: '{count, plural, one {# dispute} other {# disputes}} with this one: {to_buyer} for the buyer, {to_seller} for the seller, {withdrawn} withdrawn',
    ru: '{count, plural, one {# спор} few {# спора} many {# споров} other {# спора}} вместе с этим: за покупателя {to_buyer}, за продавца {to_seller}, отозвано {withdrawn}',
    zh: '含本次共 {count} 次争议：支持买家 {to_buyer}，支持卖家 {to_seller}，撤回 {withdrawn}',
  },
})

/** Who they are and how their disputes went on the side on which they stand here. */
export function Parties({ found }: { readonly found: DisputeCase }) {
  return (
    <div className="grid gap-3 @lg:grid-cols-2">
      <Party side="buyer" party={found.buyer} />
      <Party side="seller" party={found.seller} />
    </div>
  )
}

interface PartyProps {
  readonly side: 'buyer' | 'seller'
  readonly party: DisputeParty | null
}

function Party({ side, party }: PartyProps) {
  const t = useWords(partyWords)
  const say = useWords(sideWords)
  const may = useMay()
  return (
    <div className="rounded-card border border-line p-3 text-small">
      <p className="text-ink-soft">{say(side)}</p>
      {party === null ? (
        <p>{t('nobody')}</p>
      ) : (
        <>
          <p className="font-strong break-words">
            {party.has_wallet && may('person.read') ? (
              <TextLink href={`/people/${party.id}`}>{party.name}</TextLink>
            ) : (
              party.name
            )}
          </p>
          <Standing party={party} />
          <History party={party} history={party[`as_${side}`]} />
        </>
      )}
    </div>
  )
}

function Standing({ party }: { readonly party: DisputeParty }) {
  const t = useWords(partyWords)
  const level = useWords(levelWords)
  const { date } = useTime()
  return (
    <>
      <p className="my-1 flex flex-wrap items-center gap-2">
        <Badge>{level(levelKey(party.level))}</Badge>
        {party.frozen && <Badge kind="danger">{t('frozen')}</Badge>}
        <span className="text-ink-soft">{t('since', { date: date(party.since) })}</span>
      </p>
      {!party.has_wallet && <p className="text-ink-soft">{t('account_of_shop')}</p>}
    </>
  )
}

function levelKey(level: number): 'level_0' | 'level_1' | 'level_2' {
  if (level >= 2) return 'level_2'
  return level === 1 ? 'level_1' : 'level_0'
}

interface HistoryProps {
  readonly party: DisputeParty
  readonly history: DisputeParty['as_buyer']
}

function History({ history }: HistoryProps) {
  const t = useWords(partyWords)
  const { disputes, payments, to_buyer, to_seller, withdrawn } = history
  return (
    <>
      <p>{t('payments', { count: payments })}</p>
      <p>
        {disputes <= 1
          ? t('first')
          : t('disputes', { count: disputes, to_buyer, to_seller, withdrawn })}
      </p>
    </>
  )
}
