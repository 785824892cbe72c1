import type { WalletTopUp } from '@danbao/contracts/wallet'
import {
  buttonClass,
  Callout,
  Card,
  Facts,
  Link,
  Loaded,
  Meter,
  Money,
  Page,
  safeNext,
  SkeletonCards,
  useMoney,
  usePathText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ByBank } from './by-bank.tsx'
import { ByBoleto } from './by-boleto.tsx'
import { ByWebMoney } from './by-webmoney.tsx'
import { ByWesternUnion } from './by-western-union.tsx'
import { CancelTopUp } from './cancel-top-up.tsx'
import { topUpQuery, topUpsQuery } from './queries.ts'
import { railWords } from './rail-words.ts'
import { doubtWords, stateWords } from './state-words.ts'
import { topUpLink } from './top-up-link.ts'

const pageWords = words({
  title: { en: 'Top-up of {amount}', ru: 'Пополнение на {amount}', zh: '充值 {amount}' },
  way: { en: 'Way', ru: 'Способ', zh: '方式' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  started: { en: 'Started', ru: 'Начато', zh: '发起时间' },
  waits: { en: 'We wait until', ru: 'Ждём до', zh: '等待至' },
  ended: { en: 'Ended', ru: 'Завершено', zh: '结束时间' },
  came: { en: 'Arrived {at}', ru: 'Пришло {at}', zh: '{at} 到账' },
  arrived: { en: 'Arrived so far', ru: 'Уже пришло', zh: '已到账' },
  of: { en: '{part} of {whole}', ru: '{part} из {whole}', zh: '{part} / {whole}' },
  credited: {
    en: '{amount} are in your wallet',
    ru: '{amount} уже в кошельке',
    zh: '{amount} 已存入钱包',
  },
  credited_text: {
    en: 'You can pay with it now.',
    ru: 'Этими деньгами уже можно платить.',
    zh: '现在即可用于付款。',
  },
  expired: {
    en: 'We do not wait for this money any more',
    ru: 'Эти деньги мы больше не ждём',
    zh: '我们不再等待这笔款项',
  },
  expired_text: {
    en: 'If you have sent it all the same, it is not lost: our staff find its owner. Otherwise start again.',
    ru: 'Если вы всё-таки отправили их, они не потеряются: сотрудники найдут владельца. Иначе начните заново.',
    zh: '如果您仍已汇款，款项不会丢失：工作人员会找到归属。否则请重新发起。',
  },
  cancelled: { en: 'This top-up was cancelled', ru: 'Пополнение отменено', zh: '此充值已取消' },
  cancelled_text: {
    en: 'Nothing is awaited. You can start again at any time.',
    ru: 'Ничего не ждём. Начать заново можно в любой момент.',
    zh: '不再等待入账。您可以随时重新发起。',
  },
  waiting: {
    en: '{amount} have arrived, and our staff look into it',
    ru: '{amount} пришли, сотрудники разбираются',
    zh: '{amount} 已到达，工作人员正在核实',
  },
  waiting_text: {
    en: 'The reason: {doubt}. Nothing is lost; we write to you.',
    ru: 'Причина: {doubt}. Ничего не пропало, мы вам напишем.',
    zh: '原因：{doubt}。款项不会丢失，我们会通知您。',
  },
  unknown: { en: 'it has to be looked at', ru: 'нужна проверка', zh: '需要核实' },
  gone: {
    en: 'This way is not offered any more. Cancel this top-up and choose another.',
    ru: 'Этот способ больше не предлагается. Отмените пополнение и выберите другой.',
    zh: '此方式已不再提供。请取消此充值并选择其他方式。',
  },
  go_on: { en: 'Go on', ru: 'Продолжить', zh: '继续' },
  home: { en: 'To the wallet', ru: 'В кошелёк', zh: '返回钱包' },
  again: { en: 'Top up again', ru: 'Пополнить ещё раз', zh: '再次充值' },
})

/** One top-up: what is to be done, and what became of it. */
export function TopUpPage() {
  const t = useWords(pageWords)
  const money = useMoney()
  const client = useQueryClient()
  const query = useQuery(topUpQuery(usePathText('id')))
  const { data } = query
  useEffect(() => {
    if (data?.state !== 'credited') return
    for (const queryKey of [['home'], ['checkout'], topUpsQuery.queryKey]) {
      void client.invalidateQueries({ queryKey })
    }
  }, [data?.state, client])
  const title = t('title', { amount: data === undefined ? '…' : money(data.amount) })
  return (
    <Page title={title} back="/top-up">
      <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
        {(topUp) => <TopUp topUp={topUp} />}
      </Loaded>
    </Page>
  )
}

function TopUp({ topUp }: { readonly topUp: WalletTopUp }) {
  const t = useWords(pageWords)
  return (
    <>
      <Outcome topUp={topUp} />
      <Waiting topUp={topUp} />
      <Instructions topUp={topUp} />
      {topUp.state === 'awaiting' && topUp.instructions === null && (
        <Callout kind="attention">{t('gone')}</Callout>
      )}
      <Story topUp={topUp} />
      {topUp.state === 'awaiting' && topUp.credits.length === 0 && <CancelTopUp topUp={topUp} />}
    </>
  )
}

/** It has ended: how, and what to do next. */
function Outcome({ topUp }: { readonly topUp: WalletTopUp }) {
  const t = useWords(pageWords)
  const money = useMoney()
  const { state, amount, rail, next } = topUp
  if (state === 'awaiting') return null
  const onward = next === null ? undefined : safeNext(next.replace(/^\/wallet(?=\/|$)/, ''))
  const again = topUpLink({ amount, rail, ...(next === null ? {} : { next }) })
  const isDone = state === 'credited'
  return (
    <>
      <Callout kind={isDone ? 'success' : 'attention'} title={t(state, { amount: money(amount) })}>
        {t(`${state}_text`)}
      </Callout>
      <div className="flex flex-col gap-2">
        {isDone && (
          <Link href={onward ?? '/'} className={buttonClass({ wide: true })}>
            {t(onward === undefined ? 'home' : 'go_on')}
          </Link>
        )}
        <Link
          href={again}
          className={buttonClass({ wide: true, kind: isDone ? 'secondary' : 'primary' })}
        >
          {t('again')}
        </Link>
      </div>
    </>
  )
}

/** Money that came and is not in the wallet yet. */
function Waiting({ topUp }: { readonly topUp: WalletTopUp }) {
  const t = useWords(pageWords)
  const why = useWords(doubtWords)
  const money = useMoney()
  return topUp.waiting.map(({ amount, doubt, at }) => (
    <Callout key={at} kind="attention" title={t('waiting', { amount: money(amount) })}>
      {t('waiting_text', { doubt: doubt === null ? t('unknown') : why(doubt) })}
    </Callout>
  ))
}

function Instructions({ topUp }: { readonly topUp: WalletTopUp }) {
  const { instructions, amount, fee } = topUp
  switch (instructions?.kind) {
    case 'webmoney':
      return <ByWebMoney instructions={instructions} amount={amount} fee={fee} />
    case 'bank_transfer':
      return <ByBank instructions={instructions} />
    case 'western_union':
      return <ByWesternUnion topUp={topUp} instructions={instructions} />
    case 'boleto':
      return <ByBoleto topUp={topUp} instructions={instructions} />
    case undefined:
      return null
  }
}

/** What happened so far, with its times. */
function Story({ topUp }: { readonly topUp: WalletTopUp }) {
  const t = useWords(pageWords)
  const rail = useWords(railWords)
  const state = useWords(stateWords)
  const money = useMoney()
  const { moment } = useTime()
  const { amount, arrived, credits, created_at, ended_at, expires_at } = topUp
  const isPartly = topUp.state === 'awaiting' && arrived.value !== '0'
  const end =
    ended_at === null
      ? { name: t('waits'), value: expires_at === null ? '' : moment(expires_at) }
      : { name: t('ended'), value: moment(ended_at) }
  return (
    <Card>
      {isPartly && (
        <Meter
          label={t('arrived')}
          used={BigInt(arrived.value)}
          of={BigInt(amount.value)}
          text={t('of', { part: money(arrived), whole: money(amount) })}
        />
      )}
      <Facts
        facts={[
          { name: t('way'), value: rail(topUp.rail) },
          { name: t('state'), value: state(topUp.state) },
          { name: t('started'), value: moment(created_at) },
          ...credits.map((credit) => ({
            name: t('came', { at: moment(credit.at) }),
            value: <Money amount={credit.amount} signed />,
          })),
          end,
        ]}
      />
    </Card>
  )
}
