import type { FoundBy } from '@danbao/contracts/console'
import { Card, EmptyState, Loaded, SkeletonLines, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useMay } from '../../session.ts'
import { PaymentTable } from '../common/payment-table.tsx'
import { FoundPerson } from './found-person.tsx'
import { type Findings, searchQuery } from './queries.ts'

const resultWords = words({
  found: {
    en: '{count, plural, one {# person} other {# people}}',
    ru: '{count, plural, one {# человек} few {# человека} many {# человек} other {# человека}}',
    zh: '{count, plural, other {# 位用户}}',
  },
  more: {
    en: 'There are more. Type more of it to narrow the search.',
    ru: 'Есть и другие. Введите больше, чтобы сузить поиск.',
    zh: '还有更多结果，请输入更多内容以缩小范围。',
  },
  more_payments: {
    en: 'There are more; these are the newest.',
    ru: 'Есть и другие; показаны новые.',
    zh: '还有更多结果，此处仅显示最新的。',
  },
  nothing: { en: 'Nothing found', ru: 'Ничего не найдено', zh: '未找到结果' },
  nothing_text: {
    en: 'Check the spelling, or search by something else that you know.',
    ru: 'Проверьте написание или поищите по другим данным.',
    zh: '请检查拼写，或换其他信息搜索。',
  },
  payment: { en: 'The payment', ru: 'Платёж', zh: '付款' },
  checkout: { en: 'Payments of the checkout', ru: 'Платежи заказа', zh: '该结账单的付款' },
  dispute: { en: 'The disputed payment', ru: 'Платёж, о котором спор', zh: '争议付款' },
  reference: {
    en: 'With this reference',
    ru: 'С таким номером в маркетплейсе',
    zh: '商城编号匹配',
  },
  tracking: {
    en: 'With this tracking number',
    ru: 'С таким трек-номером',
    zh: '运单号匹配',
  },
})

/** What was found, people first, then payments by what of them was looked for. */
export function Results({ asked }: { readonly asked: string }) {
  const t = useWords(resultWords)
  const query = useQuery(searchQuery(asked, useMay()('person.search')))
  return (
    <Loaded query={query} skeleton={<SkeletonLines lines={4} />}>
      {({ people, groups }) =>
        people.data.length + groups.length === 0 ? (
          <EmptyState icon={SearchX} title={t('nothing')}>
            {t('nothing_text')}
          </EmptyState>
        ) : (
          <>
            <People people={people} />
            {groups.map((group) => (
              <Payments key={group.by} group={group} />
            ))}
          </>
        )
      }
    </Loaded>
  )
}

function People({ people: { data, more } }: Pick<Findings, 'people'>) {
  const t = useWords(resultWords)
  if (data.length === 0) return null
  return (
    <Card title={t('found', { count: data.length })}>
      <ul className="divide-y divide-line">
        {data.map((person) => (
          <li key={person.id}>
            <FoundPerson person={person} />
          </li>
        ))}
      </ul>
      {more && <p className="mt-3 text-ink-soft">{t('more')}</p>}
    </Card>
  )
}

function Payments({ group }: { readonly group: Findings['groups'][number] }) {
  const t = useWords(resultWords)
  const by: FoundBy = group.by
  return (
    <Card title={t(by)}>
      <PaymentTable caption={t(by)} payments={group.payments} />
      {group.more && <p className="mt-3 text-ink-soft">{t('more_payments')}</p>}
    </Card>
  )
}
