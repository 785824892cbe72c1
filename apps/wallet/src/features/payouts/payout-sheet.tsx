import type { AmountView } from '@danbao/ui'
import type { Authorisation, WalletBankAccount } from '@danbao/contracts/wallet'
import {
  Button,
  Form,
  RadioCards,
  readAmount,
  Sheet,
  TextInput,
  toast,
  typeAmount,
  useForm,
  useMoney,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Authorise } from '../payments/authorise.tsx'
import { commandKey, forgetCommandKey } from '../payments/command-key.ts'
import { accountText } from './account-text.ts'
import { payoutWords } from './payout-words.ts'
import { type Payable, useTakePayouts } from './queries.ts'

const sheetWords = words({
  title: { en: 'Pay out proceeds', ru: 'Вывести выручку', zh: '提现货款' },
  amount: { en: 'How much?', ru: 'Сколько?', zh: '提现多少？' },
  all: { en: 'At most {most}', ru: 'Не больше {most}', zh: '最多 {most}' },
  go: { en: 'Go on', ru: 'Дальше', zh: '继续' },
  wrong: {
    en: 'Write an amount from {least} to {most}.',
    ru: 'Введите сумму от {least} до {most}.',
    zh: '请输入 {least} 至 {most} 的金额。',
  },
  text: {
    en: '{amount} goes to {holder}, {account}. It arrives within one to two working days.',
    ru: '{amount} уйдут на счёт {account}, владелец {holder}. Дойдут за один-два рабочих дня.',
    zh: '{amount} 将汇至 {holder}，{account}，一至两个工作日到账。',
  },
  action: { en: 'Pay out {amount}', ru: 'Вывести {amount}', zh: '提现 {amount}' },
  done: {
    en: 'It goes to the bank next.',
    ru: 'Принято, скоро уйдёт в банк.',
    zh: '已受理，即将发送至银行。',
  },
})

export interface PayoutSheetProps {
  readonly payable: Payable & { readonly least: AmountView }
  readonly accounts: readonly WalletBankAccount[]
  readonly open: boolean
  readonly onClose: () => void
}

interface Asked {
  readonly amount: AmountView
  readonly bank_account: string
}

/** How much and where to; then the payment password says yes to exactly that. */
export function PayoutSheet({ payable, accounts, open, onClose }: PayoutSheetProps) {
  const t = useWords(sheetWords)
  const [asked, setAsked] = useState<Asked>()
  const close = (): void => {
    setAsked(undefined)
    onClose()
  }
  const to = accounts.find(({ id }) => id === asked?.bank_account)
  return (
    <Sheet open={open} onClose={close} title={t('title')}>
      {asked === undefined || to === undefined ? (
        <Ask payable={payable} accounts={accounts} onAsked={setAsked} />
      ) : (
        <Agree asked={asked} to={to} onDone={close} />
      )}
    </Sheet>
  )
}

interface AskProps extends Pick<PayoutSheetProps, 'payable' | 'accounts'> {
  readonly onAsked: (asked: Asked) => void
}

function Ask({ payable: { available, least, currency }, accounts, onAsked }: AskProps) {
  const t = useWords(sheetWords)
  const shared = useWords(payoutWords)
  const money = useMoney()
  const form = useForm({
    initial: { amount: typeAmount(available), account: accounts[0]?.id ?? '' },
    check: ({ amount: text }) => {
      const minor = BigInt(readAmount(text, currency)?.value ?? '0')
      const fits = minor >= BigInt(least.value) && minor <= BigInt(available.value)
      return fits ? {} : { amount: t('wrong', { least: money(least), most: money(available) }) }
    },
    submit: async ({ amount, account }) => ({
      amount: readAmount(amount, currency) ?? available,
      bank_account: account,
    }),
    done: onAsked,
  })
  return (
    <Form form={form} label={t('title')}>
      <TextInput
        {...form.text('amount')}
        label={t('amount')}
        hint={t('all', { most: money(available) })}
        inputMode="decimal"
        autoComplete="off"
      />
      <RadioCards
        {...form.text('account')}
        label={shared('to')}
        options={accounts.map((account) => ({
          value: account.id,
          label: accountText(account),
          text: account.name_alike ? account.holder : shared('other_holder'),
        }))}
      />
      <Button type="submit" wide>
        {t('go')}
      </Button>
    </Form>
  )
}

interface AgreeProps {
  readonly asked: Asked
  readonly to: WalletBankAccount
  readonly onDone: () => void
}

function Agree({ asked, to, onDone }: AgreeProps) {
  const t = useWords(sheetWords)
  const money = useMoney()
  const take = useTakePayouts()
  const amount = money(asked.amount)
  const submit = async (authorisation: Authorisation): Promise<void> => {
    const body = { key: commandKey('payout', asked), authorisation, ...asked }
    const page = await api.call('requestOwnPayout', { body })
    forgetCommandKey('payout')
    onDone()
    take(page)
    toast(t('done'))
  }
  return (
    <>
      <p className="mb-4">{t('text', { amount, holder: to.holder, account: accountText(to) })}</p>
      <Authorise
        action={t('action', { amount })}
        begin={() => api.call('beginPayoutPasskey', { body: asked })}
        submit={submit}
      />
    </>
  )
}
