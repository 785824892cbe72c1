import type { DeskPayoutPage } from '@danbao/contracts/console'
import {
  Badge,
  Callout,
  Card,
  Facts,
  Loaded,
  Page,
  SkeletonCards,
  TextLink,
  Time,
  useMoney,
  usePathText,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Allowed } from '../common/allowed.tsx'
import { PartyName } from '../common/party-name.tsx'
import { ChoiceForm } from './choice-form.tsx'
import { choiceWords, payoutStateWords, reviewWords } from './payout-words.ts'
import { payoutQuery } from './queries.ts'

const pageWords = words({
  title: { en: 'Payout of {amount}', ru: 'Вывод {amount}', zh: '提现 {amount}' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  why: { en: 'Why it is looked at', ru: 'Почему проверяем', zh: '审核原因' },
  seller: { en: 'Seller', ru: 'Продавец', zh: '卖家' },
  holder: { en: 'Account holder', ru: 'Владелец счёта', zh: '户名' },
  alike: { en: 'the name fits', ru: 'имя подходит', zh: '姓名相符' },
  not_alike: { en: 'another name', ru: 'имя другое', zh: '姓名不符' },
  reference: { en: 'Reference', ru: 'Номер', zh: '编号' },
  file: { en: 'File', ru: 'Файл', zh: '文件' },
  asked: { en: 'Asked', ru: 'Запрошено', zh: '申请时间' },
  paid: { en: 'Paid', ru: 'Исполнено банком', zh: '付款时间' },
  ended: { en: 'Ended', ru: 'Завершено', zh: '结束时间' },
  reason: { en: 'Reason', ru: 'Причина', zh: '理由' },
  waits: {
    en: 'Asked for by {name}, waits for a second person',
    ru: 'Запрос: {name}. Ждёт второго сотрудника',
    zh: '由 {name} 发起，等待他人批准',
  },
  approval: { en: 'To the approval', ru: 'К согласованию', zh: '查看审批' },
})

export function PayoutPage() {
  const id = usePathText('id')
  const t = useWords(pageWords)
  const money = useMoney()
  const query = useQuery(payoutQuery(id))
  const { data } = query
  const title = data === undefined ? '…' : t('title', { amount: money(data.payout.amount) })
  return (
    <Allowed to="funding.manage">
      <Page title={title} back="/payouts">
        <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
          {(page) => (
            <>
              <Told page={page} />
              <Waiting page={page} />
              {page.choices.length > 0 && <ChoiceForm key={page.payout.state} page={page} />}
            </>
          )}
        </Loaded>
      </Page>
    </Allowed>
  )
}

function Told({ page: { payout, name_alike: alike } }: { readonly page: DeskPayoutPage }) {
  const t = useWords(pageWords)
  const state = useWords(payoutStateWords)
  const review = useWords(reviewWords)
  const { moment } = useTime()
  const maybe = (name: string, text: string | null) =>
    text === null ? [] : [{ name, value: <span className="break-all select-all">{text}</span> }]
  const when = (at: string | null) => (at === null ? null : moment(at))
  return (
    <Card>
      <Facts
        facts={[
          { name: t('state'), value: <Badge>{state(payout.state)}</Badge> },
          ...(payout.state === 'review' && payout.review !== null
            ? [{ name: t('why'), value: <Badge kind="attention">{review(payout.review)}</Badge> }]
            : []),
          { name: t('seller'), value: <PartyName party={payout.account} /> },
          { name: t('holder'), value: `${payout.holder} (${t(alike ? 'alike' : 'not_alike')})` },
          ...maybe('IBAN', payout.iban),
          ...maybe('BIC', payout.bic),
          ...maybe(t('reference'), payout.reference),
          ...maybe(t('file'), payout.batch),
          ...maybe(t('reason'), payout.reason),
          ...maybe(t('asked'), when(payout.created_at)),
          ...maybe(t('paid'), when(payout.paid_at)),
          ...maybe(t('ended'), when(payout.ended_at)),
        ]}
      />
    </Card>
  )
}

function Waiting({ page: { waiting } }: { readonly page: DeskPayoutPage }) {
  const t = useWords(pageWords)
  const choice = useWords(choiceWords)
  if (waiting === null) return null
  return (
    <Callout kind="info" title={choice(waiting.kind)}>
      <span className="block">{waiting.reason}</span>
      <span className="block text-small">
        {t('waits', { name: waiting.requested_by.name })}, <Time at={waiting.requested_at} />
        {' · '}
        <TextLink href={`/approvals/${waiting.approval}`}>{t('approval')}</TextLink>
      </span>
    </Callout>
  )
}
