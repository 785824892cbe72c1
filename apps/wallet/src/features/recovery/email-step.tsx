import { TextArea, TextInput, useWords } from '@danbao/ui'
import type { EmailStepName } from './email-fields.ts'
import { emailWords } from './email-words.ts'
import type { EmailForm } from './use-email-form.ts'

export interface EmailStepProps {
  readonly step: EmailStepName
  readonly form: EmailForm
}

/** The field of one question. */
export function EmailStep({ step, form }: EmailStepProps) {
  const t = useWords(emailWords)
  const mail = { type: 'email', inputMode: 'email' } as const
  switch (step) {
    case 'old_email':
      return (
        <TextInput {...form.text(step)} {...mail} label={t('email_label')} autoComplete="off" />
      )
    case 'new_email':
      return (
        <TextInput
          {...form.text(step)}
          {...mail}
          label={t('email_label')}
          hint={t('new_email_hint')}
          autoComplete="email"
        />
      )
    case 'phone':
      return (
        <TextInput
          {...form.text(step)}
          type="tel"
          label={t('phone_label')}
          hint={t('optional')}
          autoComplete="tel"
        />
      )
    case 'card_last_four':
      return (
        <TextInput
          {...form.text(step)}
          label={t('card_label')}
          hint={`${t('card_hint')} ${t('optional')}`}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
        />
      )
    case 'recent_payments':
      return (
        <TextArea
          {...form.text(step)}
          label={t('recent_payments_label')}
          hint={t('optional')}
          maxLength={2000}
          rows={5}
        />
      )
    case 'turnover':
      return (
        <TextArea
          {...form.text(step)}
          label={t('turnover_label')}
          hint={t('optional')}
          maxLength={500}
        />
      )
  }
}
