import { REFUND_CONSENT } from '@danbao/contracts/wallet'
import { Button, Card, Checkbox, Form, useForm, useLanguage, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import type { StepProps } from './step.ts'

const consentWords = words({
  label: { en: 'Refunds', ru: 'Возвраты', zh: '退款' },
  why: {
    en: 'When a purchase goes wrong, your money comes back to the wallet within a minute. For that we need your consent.',
    ru: 'Если покупка не удалась, деньги вернутся в кошелёк за минуту. Для этого нужно ваше согласие.',
    zh: '交易未成功时，款项会在一分钟内退回钱包。为此需要您的同意。',
  },
  agree: { en: 'I agree', ru: 'Согласен(на)', zh: '我同意' },
  needed: {
    en: 'Without your consent the wallet can not be opened.',
    ru: 'Без согласия открыть кошелёк нельзя.',
    zh: '未经同意无法开通钱包。',
  },
  submit: { en: 'Open the wallet', ru: 'Открыть кошелёк', zh: '开通钱包' },
})

/** The last step. What was agreed to is kept word by word. */
export function ConsentStep({ onDone }: StepProps) {
  const t = useWords(consentWords)
  const language = useLanguage()
  const form = useForm({
    initial: { agreed: false },
    check: ({ agreed }) => ({ agreed: agreed ? undefined : t('needed') }),
    submit: () =>
      api.call('giveConsent', {
        body: { id: REFUND_CONSENT.id, version: REFUND_CONSENT.version, agreed: true },
      }),
    done: onDone,
  })
  return (
    <Form form={form} label={t('label')}>
      <p>{t('why')}</p>
      <Card>
        <p>{REFUND_CONSENT.text[language]}</p>
      </Card>
      <Checkbox {...form.flag('agreed')} label={t('agree')} />
      <Button type="submit" busy={form.busy} wide>
        {t('submit')}
      </Button>
    </Form>
  )
}
