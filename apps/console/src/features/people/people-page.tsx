import {
  Button,
  Card,
  createStore,
  Form,
  Page,
  TextInput,
  useForm,
  useStore,
  useWords,
  words,
} from '@danbao/ui'
import { Search } from 'lucide-react'
import { useMay } from '../../session.ts'
import { Allowed } from '../common/allowed.tsx'
import { Results } from './results.tsx'

const pageWords = words({
  title: { en: 'Search', ru: 'Поиск', zh: '搜索' },
  intro: {
    en: 'Every search is kept in the audit log.',
    ru: 'Каждый поиск остаётся в журнале.',
    zh: '每次搜索都会记入审计日志。',
  },
  query: {
    en: 'What are you looking for?',
    ru: 'Что вы ищете?',
    zh: '您要查找什么？',
  },
  people: {
    en: 'People: the beginning of an e-mail address or a name, a whole phone number or its last digits, or an account id (acc_…).',
    ru: 'Люди: начало адреса почты или имени, номер телефона целиком или его последние цифры, либо номер аккаунта (acc_…).',
    zh: '用户：邮箱或姓名的开头、手机号或其末几位，或账户编号（acc_…）。',
  },
  payments: {
    en: 'Payments: an id (pay_…, chk_…, dsp_…), the marketplace’s own reference, or a tracking number.',
    ru: 'Платежи: номер (pay_…, chk_…, dsp_…), номер заказа в маркетплейсе или трек-номер.',
    zh: '付款：编号（pay_…、chk_…、dsp_…）、商城订单编号或运单号。',
  },
  short: {
    en: 'Type at least two characters.',
    ru: 'Введите хотя бы два символа.',
    zh: '请至少输入两个字符。',
  },
  search: { en: 'Search', ru: 'Найти', zh: '搜索' },
})

// Not in the address: who is looked for belongs in no history and no log but the audit log. Kept
// while the console is open, so that going back from a person shows the list again.
const lastQuery = createStore('')

/** One field for people and payments; each role finds what it may see. */
export function PeoplePage() {
  const t = useWords(pageWords)
  const asked = useStore(lastQuery)
  return (
    <Allowed to="payment.read">
      <Page title={t('title')} intro={t('intro')}>
        <div className="flex max-w-5xl flex-col gap-5">
          <Card>
            <SearchForm />
          </Card>
          {asked !== '' && <Results key={asked} asked={asked} />}
        </div>
      </Page>
    </Allowed>
  )
}

function SearchForm() {
  const t = useWords(pageWords)
  const may = useMay()
  const hints = [...(may('person.search') ? [t('people')] : []), t('payments')]
  const form = useForm({
    initial: { query: lastQuery.get() },
    check: ({ query }) => ({ query: query.trim().length < 2 ? t('short') : undefined }),
    submit: async ({ query }) => query.trim(),
    done: (query) => lastQuery.set(query),
  })
  return (
    <Form form={form} label={t('search')}>
      <TextInput
        label={t('query')}
        hint={hints.join(' ')}
        type="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
        {...form.text('query')}
      />
      <div>
        <Button type="submit" icon={Search}>
          {t('search')}
        </Button>
      </div>
    </Form>
  )
}
