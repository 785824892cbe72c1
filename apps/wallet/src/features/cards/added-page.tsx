import type { CardArrival } from '@danbao/contracts/wallet'
import {
  buttonClass,
  Button,
  Callout,
  Card,
  Link,
  Loaded,
  Page,
  safeNext,
  SkeletonLines,
  useSearchText,
  useWords,
  words,
} from '@danbao/ui'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api.ts'
import { levelsQuery } from '../levels/queries.ts'
import { reloadCards } from './queries.ts'

const addedWords = words({
  title: { en: 'Your card', ru: 'Ваша карта', zh: '您的银行卡' },
  linked: {
    en: '{brand} •••• {last4} is added',
    ru: 'Карта {brand} •••• {last4} добавлена',
    zh: '已添加 {brand} •••• {last4}',
  },
  linked_text: {
    en: 'Your bank has confirmed it. Nothing was charged.',
    ru: 'Банк её подтвердил. Ничего не списано.',
    zh: '银行已验证，未扣款。',
  },
  level: {
    en: 'You are at level {level} now.',
    ru: 'Теперь у вас уровень {level}.',
    zh: '您现在是 {level} 级。',
  },
  open: {
    en: 'The bank has not answered yet',
    ru: 'Банк ещё не ответил',
    zh: '银行尚未答复',
  },
  open_text: {
    en: 'That takes a few seconds as a rule. Nothing is lost if you leave this page: the card appears among yours.',
    ru: 'Обычно это несколько секунд. Можно уйти с этой страницы: карта появится среди ваших.',
    zh: '通常只需几秒。您可以离开此页面，卡片稍后会出现在您的列表中。',
  },
  in_use: {
    en: 'This card belongs to another account',
    ru: 'Эта карта привязана к другому аккаунту',
    zh: '该银行卡已绑定其他账户',
  },
  in_use_text: {
    en: 'A card can be linked to one account only. Use another card, or unlink it there first. Nothing was charged.',
    ru: 'Карта может быть привязана только к одному аккаунту. Возьмите другую или сначала отвяжите её там. Ничего не списано.',
    zh: '一张卡只能绑定一个账户。请使用其他卡，或先在该账户中解绑。未扣款。',
  },
  over: { en: 'No card was added', ru: 'Карта не добавлена', zh: '未添加银行卡' },
  over_text: {
    en: 'The page of the card service was closed or its time was over. Nothing was charged.',
    ru: 'Страница карточной службы закрыта или её время вышло. Ничего не списано.',
    zh: '银行卡服务页面已关闭或超时。未扣款。',
  },
  go_on: { en: 'Go on', ru: 'Продолжить', zh: '继续' },
  cards: { en: 'To my cards', ru: 'К моим картам', zh: '查看我的银行卡' },
  again: { en: 'Ask again', ru: 'Проверить ещё раз', zh: '再次查询' },
})

/** How often the bank's answer is asked for while it is awaited. */
const ASK_MS = 3_000

const arrivalQuery = (id: string) =>
  queryOptions({
    queryKey: ['card-setup', id],
    queryFn: () => api.call('finishCardSetup', { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.outcome === 'open' ? ASK_MS : false),
  })

/** Where the page of the card service sends people back to. */
export function AddedPage() {
  const t = useWords(addedWords)
  const client = useQueryClient()
  const query = useQuery(arrivalQuery(useSearchText('setup') ?? ''))
  const outcome = query.data?.outcome
  useEffect(() => {
    if (outcome === 'linked') reloadCards(client)
  }, [outcome, client])
  return (
    <Page title={t('title')}>
      <Loaded query={query} skeleton={<SkeletonLines lines={3} />}>
        {(arrival) => (
          <Arrived arrival={arrival} busy={query.isFetching} onAsk={() => void query.refetch()} />
        )}
      </Loaded>
    </Page>
  )
}

interface ArrivedProps {
  readonly arrival: CardArrival
  readonly busy: boolean
  readonly onAsk: () => void
}

function Arrived({ arrival: { outcome, card, next }, busy, onAsk }: ArrivedProps) {
  const t = useWords(addedWords)
  const level = useQuery(levelsQuery).data?.level
  const onward = next === null ? undefined : safeNext(next.replace(/^\/wallet(?=\/|$)/, ''))
  return (
    <Card>
      {outcome === 'linked' ? (
        <Callout
          kind="success"
          title={t('linked', { brand: card?.brand ?? '', last4: card?.last4 ?? '' })}
        >
          {t('linked_text')}
          {level !== undefined && ` ${t('level', { level })}`}
        </Callout>
      ) : (
        <Callout kind="attention" title={t(outcome)}>
          {t(`${outcome}_text`)}
        </Callout>
      )}
      <div className="mt-4 flex flex-col gap-2">
        {outcome === 'open' && (
          <Button busy={busy} onClick={onAsk} wide>
            {t('again')}
          </Button>
        )}
        {onward !== undefined && (
          <Link href={onward} className={buttonClass({ wide: true })}>
            {t('go_on')}
          </Link>
        )}
        <Link
          href="/cards"
          className={buttonClass({
            wide: true,
            kind: onward === undefined ? 'primary' : 'secondary',
          })}
        >
          {t('cards')}
        </Link>
      </div>
    </Card>
  )
}
