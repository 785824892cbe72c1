import { PAYMENT_STATES } from '@danbao/contracts'
import { AGES, type DeskFilter, OPEN_DISPUTE_STATES } from '@danbao/contracts/console'
import { paymentStateWords, Select, useGo, useTime, useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { type PaymentFilter, paymentsAddress } from '../common/payments-address.ts'
import { ageWords } from '../common/span-words.ts'
import { disputeStateWords } from '../desk/dispute/dispute-words.ts'
import { useDueDays } from './due-days.ts'

const filterWords = words({
  label: { en: 'Filters', ru: 'Фильтры', zh: '筛选' },
  all: { en: 'All', ru: 'Все', zh: '全部' },
  state: { en: 'State', ru: 'Состояние', zh: '状态' },
  currency: { en: 'Currency', ru: 'Валюта', zh: '币种' },
  marketplace: { en: 'Marketplace', ru: 'Маркетплейс', zh: '商城' },
  held: { en: 'Money held for', ru: 'Деньги удержаны', zh: '资金担保时长' },
  due_on: { en: 'Released by itself', ru: 'Автоматическая выплата', zh: '自动放款日' },
  dispute: { en: 'Open dispute', ru: 'Открытый спор', zh: '未结争议' },
  later: { en: 'In a week or later', ru: 'Через неделю и позже', zh: '一周后或更晚' },
})

type Name = Exclude<keyof typeof filterWords, 'label' | 'all' | 'later'>

/** Each choice is asked for at once, and stands in the address. */
export function PaymentFilters({ filter }: { readonly filter: DeskFilter }) {
  const t = useWords(filterWords)
  const go = useGo()
  const options = useOptions(filter)
  const names: readonly Name[] = ['state', 'currency', 'marketplace', 'held', 'due_on', 'dispute']
  return (
    <div
      role="group"
      aria-label={t('label')}
      className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-3"
    >
      {names.map((name) => (
        <Select
          key={name}
          label={t(name)}
          placeholder={false}
          value={filter[name] ?? ''}
          options={[{ value: '', label: t('all') }, ...options[name]]}
          onValue={(value) => {
            const changed: PaymentFilter = { ...filter, [name]: value }
            go(paymentsAddress(changed), { replace: true })
          }}
        />
      ))}
    </div>
  )
}

type Options = readonly { readonly value: string; readonly label: string }[]

function useOptions(filter: DeskFilter): Readonly<Record<Name, Options>> {
  const t = useWords(filterWords)
  const state = useWords(paymentStateWords)
  const dispute = useWords(disputeStateWords)
  const age = useWords(ageWords)
  const { day } = useTime()
  const dueDays = useDueDays(filter.due_on)
  const { data } = useQuery({
    queryKey: ['payment-filters'],
    queryFn: ({ signal }) => api.call('getPaymentFilters', { signal }),
    staleTime: 60_000,
  })
  const shops = data?.marketplaces ?? []
  return {
    state: PAYMENT_STATES.map((value) => ({ value, label: state(value) })),
    currency: withChosen(data?.currencies ?? [], filter.currency).map(alike),
    marketplace: shops.map(({ id, name }) => ({ value: id, label: name })),
    held: AGES.map((value) => ({ value, label: age(`age_${value}`) })),
    due_on: dueDays.map((value) => ({
      value,
      label: value === 'later' ? t('later') : day(value),
    })),
    dispute: OPEN_DISPUTE_STATES.map((value) => ({ value, label: dispute(value) })),
  }
}

/** What the address says is shown before the server has told what there is. */
function withChosen(all: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || all.includes(chosen) ? all : [chosen, ...all]
}

function alike(value: string) {
  return { value, label: value }
}
