import type { BankAccountInput } from '@danbao/contracts'
import type { Authorisation } from '@danbao/contracts/wallet'
import {
  Button,
  Card,
  Form,
  Page,
  Sheet,
  TextInput,
  toast,
  useForm,
  useGo,
  useWords,
  words,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { usePerson } from '../../session.ts'
import { Authorise } from '../payments/authorise.tsx'
import { looksLikeIban } from './iban.ts'
import { useTakePayouts } from './queries.ts'

const addWords = words({
  title: { en: 'Add a bank account', ru: 'Новый банковский счёт', zh: '添加银行账户' },
  intro: {
    en: 'Your proceeds can be paid out to it. We tell you by mail that it was added.',
    ru: 'На него можно будет выводить выручку. О добавлении мы сообщим письмом.',
    zh: '货款可提现到此账户。添加后我们会发送邮件通知您。',
  },
  holder: { en: 'Account holder', ru: 'Владелец счёта', zh: '户名' },
  holder_hint: {
    en: 'As the bank writes it. With another name each payout is looked at first.',
    ru: 'Как пишет банк. Если имя другое, каждый вывод сначала проверят.',
    zh: '与银行登记一致。户名与您不同时，每次提现需审核。',
  },
  iban: { en: 'IBAN', ru: 'IBAN', zh: 'IBAN' },
  bic: { en: 'BIC (SWIFT)', ru: 'BIC (SWIFT)', zh: 'BIC (SWIFT)' },
  optional: { en: 'Optional', ru: 'Необязательно', zh: '选填' },
  go: { en: 'Go on', ru: 'Дальше', zh: '继续' },
  no_holder: { en: 'Write the name.', ru: 'Укажите имя.', zh: '请填写户名。' },
  no_iban: {
    en: 'This IBAN has a slip: check it digit by digit.',
    ru: 'В этом IBAN ошибка: сверьте его по цифрам.',
    zh: '此 IBAN 有误：请逐位核对。',
  },
  sure: { en: 'Add this bank account?', ru: 'Добавить этот счёт?', zh: '添加此账户？' },
  done: { en: 'The bank account is added.', ru: 'Счёт добавлен.', zh: '账户已添加。' },
})

export function AddAccountPage() {
  const t = useWords(addWords)
  const { name } = usePerson()
  const [asked, setAsked] = useState<BankAccountInput>()
  const form = useForm({
    initial: { holder: name, iban: '', bic: '' },
    check: ({ holder, iban }) => ({
      holder: holder.trim() === '' ? t('no_holder') : undefined,
      iban: looksLikeIban(iban) ? undefined : t('no_iban'),
    }),
    submit: async ({ holder, iban, bic }) => ({
      ...{ holder: holder.trim(), iban: iban.trim() },
      ...(bic.trim() === '' ? {} : { bic: bic.trim() }),
    }),
    done: setAsked,
  })
  return (
    <Page title={t('title')} intro={t('intro')} back="/payouts">
      <Card>
        <Form form={form} label={t('title')}>
          <TextInput
            {...form.text('iban')}
            label={t('iban')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <TextInput {...form.text('holder')} label={t('holder')} hint={t('holder_hint')} />
          <TextInput
            {...form.text('bic')}
            label={t('bic')}
            hint={t('optional')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <Button type="submit" wide>
            {t('go')}
          </Button>
        </Form>
      </Card>
      <Agree asked={asked} onClose={() => setAsked(undefined)} />
    </Page>
  )
}

interface AgreeProps {
  readonly asked: BankAccountInput | undefined
  readonly onClose: () => void
}

/** Whoever could add an account could have the money sent there: the payment password is asked for. */
function Agree({ asked, onClose }: AgreeProps) {
  const t = useWords(addWords)
  const take = useTakePayouts()
  const go = useGo()
  const submit = (body: BankAccountInput) => async (authorisation: Authorisation) => {
    const page = await api.call('addBankAccount', { body: { ...body, authorisation } })
    take(page)
    toast(t('done'))
    go('/payouts', { replace: true })
  }
  return (
    <Sheet open={asked !== undefined} onClose={onClose} title={t('sure')}>
      {asked !== undefined && (
        <>
          <p className="digits mb-4 break-all">
            {asked.iban.toUpperCase()}
            <span className="block text-ink-soft">{asked.holder}</span>
          </p>
          <Authorise
            action={t('title')}
            begin={() => api.call('beginBankAccountPasskey', { body: asked })}
            submit={submit(asked)}
          />
        </>
      )}
    </Sheet>
  )
}
