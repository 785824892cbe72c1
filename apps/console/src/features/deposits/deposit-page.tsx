import type { DeskDepositPage } from '@danbao/contracts/console'
import {
  Badge,
  Callout,
  Card,
  Facts,
  Loaded,
  Money,
  Page,
  refusalWords,
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
import { wordOf } from '../common/kind-words.ts'
import { PartyName } from '../common/party-name.tsx'
import { choiceWords, doubtWords, railWords, wishStateWords } from './deposit-words.ts'
import { depositQuery } from './queries.ts'
import { ResolutionForm } from './resolution-form.tsx'

const pageWords = words({
  arrival: { en: '{amount} arrived', ru: 'Пришло {amount}', zh: '入账 {amount}' },
  reversal: { en: '{amount} went back', ru: 'Ушло обратно {amount}', zh: '退回 {amount}' },
  waits: { en: 'Waits for staff', ru: 'Ждёт сотрудников', zh: '待人工处理' },
  settled: { en: 'Nothing of it waits.', ru: 'Ничего не ждёт.', zh: '没有待处理的部分。' },
  why: { en: 'Why', ru: 'Почему', zh: '原因' },
  way: { en: 'Way', ru: 'Канал', zh: '渠道' },
  payer: { en: 'Payer', ru: 'Плательщик', zh: '付款人' },
  payer_account: { en: 'From (IBAN)', ru: 'Откуда (IBAN)', zh: '付款 IBAN' },
  note: { en: 'What was written', ru: 'Что написано', zh: '附言' },
  reference: { en: 'Reference', ru: 'Номер пополнения', zh: '充值编号' },
  file: { en: 'File', ru: 'Файл', zh: '文件' },
  whose: { en: 'Whose it may be', ru: 'Чьё это может быть', zh: '可能归属' },
  arrived: { en: 'Arrived', ru: 'Когда', zh: '时间' },
  wishes: { en: 'What was decided', ru: 'Что решено', zh: '处理记录' },
  asked_by: { en: 'Asked by {name}', ru: 'Запрос: {name}', zh: '由 {name} 发起' },
  approval: { en: 'To the approval', ru: 'К согласованию', zh: '查看审批' },
})

export function DepositPage() {
  const id = usePathText('id')
  const t = useWords(pageWords)
  const money = useMoney()
  const query = useQuery(depositQuery(id))
  const { data } = query
  const title =
    data === undefined ? '…' : t(data.deposit.kind, { amount: money(data.deposit.amount) })
  return (
    <Allowed to="funding.manage">
      <Page title={title} back="/deposits">
        <Loaded query={query} skeleton={<SkeletonCards cards={2} />}>
          {(page) => (
            <>
              <Told page={page} />
              {page.choices.length > 0 && (
                <ResolutionForm key={page.deposit.open.value} page={page} />
              )}
              <Wishes page={page} />
            </>
          )}
        </Loaded>
      </Page>
    </Allowed>
  )
}

function Told({ page: { deposit } }: { readonly page: DeskDepositPage }) {
  const t = useWords(pageWords)
  const rail = useWords(railWords)
  const doubt = useWords(doubtWords)
  const { moment } = useTime()
  const isOpen = deposit.open.value !== '0'
  const maybe = (name: string, text: string | null) =>
    text === null ? [] : [{ name, value: <span className="break-all select-all">{text}</span> }]
  const file = deposit.file && [deposit.file.name, deposit.file.place ?? ''].join(' · ')
  return (
    <Card>
      {isOpen ? (
        <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
          <span>
            <span className="block text-small text-ink-soft">{t('waits')}</span>
            <Money amount={deposit.open} size="large" />
          </span>
          {deposit.doubt !== null && <Badge kind="attention">{doubt(deposit.doubt)}</Badge>}
        </div>
      ) : (
        <Callout kind="success">{t('settled')}</Callout>
      )}
      <Facts
        facts={[
          { name: t('way'), value: rail(deposit.rail) },
          { name: t('arrived'), value: moment(deposit.created_at) },
          ...maybe(t('payer'), deposit.payer),
          ...maybe(t('payer_account'), deposit.payer_account),
          ...maybe(t('note'), deposit.note),
          ...maybe(t('reference'), deposit.reference),
          ...maybe(t('file'), file),
          ...(deposit.account === null
            ? []
            : [{ name: t('whose'), value: <PartyName party={deposit.account} /> }]),
        ]}
      />
    </Card>
  )
}

function Wishes({ page: { wishes } }: { readonly page: DeskDepositPage }) {
  const t = useWords(pageWords)
  const choice = useWords(choiceWords)
  const state = useWords(wishStateWords)
  const refusal = useWords(refusalWords)
  if (wishes.length === 0) return null
  return (
    <Card title={t('wishes')}>
      <ul className="divide-y divide-line">
        {wishes.map((wish) => (
          <li key={wish.approval} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {choice(wish.kind)}: <Money amount={wish.amount} />
                {wish.account !== null && (
                  <>
                    {' · '}
                    <PartyName party={wish.account} />
                  </>
                )}
              </span>
              <Badge kind={wish.state === 'failed' ? 'danger' : 'neutral'}>
                {state(wish.state)}
              </Badge>
            </span>
            <span className="break-words whitespace-pre-wrap">{wish.reason}</span>
            {wish.failure !== null && (
              <span className="text-danger">{wordOf(refusalWords, wish.failure, refusal)}</span>
            )}
            <span className="text-small text-ink-soft">
              {t('asked_by', { name: wish.requested_by.name })}, <Time at={wish.requested_at} />
              {' · '}
              <TextLink href={`/approvals/${wish.approval}`}>{t('approval')}</TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
