import { RESOLUTION_KINDS, type DeskDepositPage } from '@danbao/contracts/console'
import {
  Button,
  Card,
  Form,
  RadioCards,
  readAmount,
  TextArea,
  TextInput,
  toast,
  typeAmount,
  useForm,
  useMoney,
  useTime,
  useWords,
  words,
} from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { choiceWords } from './deposit-words.ts'
import { depositQuery } from './queries.ts'

const formWords = words({
  title: { en: 'What should happen?', ru: 'Что сделать?', zh: '如何处理？' },
  to: { en: 'To whom?', ru: 'Кому?', zh: '给谁？' },
  other: { en: 'Somebody else', ru: 'Кому-то другому', zh: '其他人' },
  announced: {
    en: 'Announced {amount} on {date}',
    ru: '{date} заявлено {amount}',
    zh: '{date} 申请 {amount}',
  },
  alike: { en: 'the name fits', ru: 'имя подходит', zh: '姓名相符' },
  not_alike: { en: 'another name', ru: 'имя другое', zh: '姓名不符' },
  account: { en: 'Number of the account', ru: 'Номер аккаунта', zh: '账户编号' },
  account_hint: {
    en: 'acc_… as it stands on the person’s page.',
    ru: 'acc_… — как на странице пользователя.',
    zh: 'acc_…，见用户页面。',
  },
  amount: { en: 'How much', ru: 'Сколько', zh: '金额' },
  reason: { en: 'Why', ru: 'Почему', zh: '理由' },
  reason_hint: {
    en: 'The second person reads it before they agree.',
    ru: 'Второй сотрудник прочтёт это, прежде чем согласиться.',
    zh: '复核人批准前会阅读。',
  },
  ask: { en: 'Ask for it', ru: 'Отправить на согласование', zh: '提交审批' },
  asked: {
    en: 'It waits for a second person now.',
    ru: 'Теперь ждём второго сотрудника.',
    zh: '已提交，等待他人批准。',
  },
  choose: { en: 'Choose one.', ru: 'Выберите.', zh: '请选择。' },
  who: {
    en: 'Write the number of an account.',
    ru: 'Укажите номер аккаунта.',
    zh: '请填写账户编号。',
  },
  wrong_amount: {
    en: 'Write an amount up to {most}.',
    ru: 'Введите сумму не больше {most}.',
    zh: '请输入不超过 {most} 的金额。',
  },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写理由。' },
})

const OTHER = 'other'

/** Whether somebody's wallet is meant. */
function isToSomebody(kind: string): boolean {
  return kind === 'assign' || kind === 'collect'
}

/** What is wanted with money that waits; a second person has to agree. */
export function ResolutionForm({ page }: { readonly page: DeskDepositPage }) {
  const t = useWords(formWords)
  const choice = useWords(choiceWords)
  const people = usePeople(page)
  const form = useWish(page)
  const { kind, account } = form.values
  const isTo = isToSomebody(kind)
  return (
    <Card title={t('title')}>
      <Form form={form} label={t('title')}>
        <RadioCards
          label={t('title')}
          hideLabel
          {...form.text('kind')}
          options={page.choices.map((value) => ({
            value,
            label: choice(value),
            text: choice(`${value}_text`),
          }))}
        />
        {isTo && <RadioCards label={t('to')} {...form.text('account')} options={people} />}
        {isTo && account === OTHER && (
          <TextInput
            label={t('account')}
            hint={t('account_hint')}
            autoComplete="off"
            {...form.text('number')}
          />
        )}
        <TextInput
          label={t('amount')}
          inputMode="decimal"
          autoComplete="off"
          {...form.text('amount')}
        />
        <TextArea
          label={t('reason')}
          hint={t('reason_hint')}
          rows={3}
          maxLength={1000}
          {...form.text('reason')}
        />
        <Button type="submit" busy={form.busy}>
          {t('ask')}
        </Button>
      </Form>
    </Card>
  )
}

function useWish({ deposit }: DeskDepositPage) {
  const t = useWords(formWords)
  const money = useMoney()
  const client = useQueryClient()
  const { id, open } = deposit
  return useForm({
    initial: { kind: '', account: '', number: '', amount: typeAmount(open), reason: '' },
    check: (values) => {
      const amount = readAmount(values.amount, open.currency)
      const fits = amount !== undefined && BigInt(amount.value) <= BigInt(open.value)
      const isTo = isToSomebody(values.kind)
      const isOther = isTo && values.account === OTHER
      return {
        kind: values.kind === '' ? t('choose') : undefined,
        account: isTo && values.account === '' ? t('choose') : undefined,
        number: isOther && !values.number.trim().startsWith('acc_') ? t('who') : undefined,
        amount: fits && amount.value !== '0' ? undefined : t('wrong_amount', { most: money(open) }),
        reason: values.reason.trim() === '' ? t('why') : undefined,
      }
    },
    submit: ({ kind: chosen, account, number, amount, reason }) => {
      const kind = RESOLUTION_KINDS.find((one) => one === chosen) ?? 'return'
      const to = account === OTHER ? number.trim() : account
      return api.call('wishResolution', {
        params: { id },
        body: {
          kind,
          amount: readAmount(amount, open.currency) ?? open,
          reason,
          ...(isToSomebody(kind) ? { account: to } : {}),
        },
      })
    },
    done: (page) => {
      client.setQueryData(depositQuery(id).queryKey, page)
      for (const queryKey of [['deposits'], ['approvals'], ['me']]) {
        void client.invalidateQueries({ queryKey })
      }
      toast(t('asked'))
    },
    at: { amount_too_large: 'amount', not_found: 'number' },
  })
}

/** Those whose it may be, the likeliest first, and a way to name somebody else. */
function usePeople({ deposit, suggestions, choices }: DeskDepositPage) {
  const t = useWords(formWords)
  const money = useMoney()
  const { date } = useTime()
  const { account } = deposit
  const isCollected = choices.includes('collect')
  const known = isCollected && account !== null ? [{ value: account.id, label: account.name }] : []
  const suggested = suggestions
    .toSorted((a, b) => Number(b.name_alike) - Number(a.name_alike))
    .map((one) => ({
      value: one.account.id,
      label: one.account.name,
      text: `${t('announced', { amount: money(one.amount), date: date(one.created_at) })}; ${t(one.name_alike ? 'alike' : 'not_alike')}`,
    }))
  const all = [...known, ...suggested]
  const unique = all.filter(({ value }, at) => all.findIndex((one) => one.value === value) === at)
  return [...unique, { value: OTHER, label: t('other') }]
}
