import { IDENTITY_CONSENT, type IdentityCheckView } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  Card,
  Checkbox,
  Form,
  Select,
  TextInput,
  useIssuerOptions,
  useLanguage,
  useWords,
} from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { confirmWords } from './confirm-words.ts'
import { type Difference, differencesOf } from './differences.ts'
import { DifferencesQuestion } from './differences-question.tsx'
import { PicturesStep } from './pictures-step.tsx'
import { type ConfirmForm, NO_NATIONALITY, useConfirmForm } from './use-confirm-form.ts'

/** What was read, to be confirmed or corrected, beside the picture that it was read from. */
export function ConfirmStep({ check }: { readonly check: IdentityCheckView }) {
  const t = useWords(confirmWords)
  const language = useLanguage()
  const question = useQuestion(check)
  const form = useConfirmForm(check, question)
  const [replacing, setReplacing] = useState(false)
  if (replacing) return <PicturesStep check={check} />
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-5">
        <Reading reading={check.reading} />
        <Picture check={check} />
        <Form form={form} label={t('title')}>
          <DataFields form={form} check={check} />
          <DifferencesQuestion
            differences={question.asked(form.values)}
            onTake={({ field, read }) => form.set({ [field]: read })}
            onKeep={(difference) => {
              question.keep(difference)
              // What was typed is no mistake any more.
              form.set({ [difference.field]: difference.typed })
            }}
          />
          <Checkbox label={IDENTITY_CONSENT[language]} {...form.flag('consent')} />
          <Button type="submit" busy={form.busy} wide>
            {t('submit')}
          </Button>
        </Form>
        <Button kind="quiet" onClick={() => setReplacing(true)}>
          {t('other_picture')}
        </Button>
      </div>
    </Card>
  )
}

/** Asked when it is about to be sent, and not while somebody is still typing. */
function useQuestion({ read }: IdentityCheckView) {
  const [meant, setMeant] = useState<readonly string[]>([])
  const [sent, setSent] = useState(false)
  const keyOf = ({ field, typed }: Difference): string => `${field} ${typed}`
  const open = (values: ConfirmForm['values']): readonly Difference[] =>
    differencesOf(values, read).filter((one) => !meant.includes(keyOf(one)))
  return {
    asked: (values: ConfirmForm['values']) => (sent ? open(values) : []),
    keep: (difference: Difference) => setMeant((before) => [...before, keyOf(difference)]),
    unanswered: (values: ConfirmForm['values']) => {
      setSent(true)
      return open(values)
    },
  }
}

function Reading({ reading }: Pick<IdentityCheckView, 'reading'>) {
  const t = useWords(confirmWords)
  if (reading === 'unreadable') return <Callout kind="attention">{t('unreadable')}</Callout>
  return <p>{t(reading === 'nothing_to_read' ? 'nothing_to_read' : 'read')}</p>
}

function Picture({ check }: { readonly check: IdentityCheckView }) {
  const t = useWords(confirmWords)
  const front = check.pictures.find(({ side }) => side === 'front')?.document
  if (front === undefined || front === null) return null
  return (
    <img
      src={api.url('getIdentityPicture', { params: { id: front } })}
      alt={t('picture')}
      className="max-h-80 w-full rounded-card bg-well object-contain"
    />
  )
}

interface DataFieldsProps {
  readonly form: ConfirmForm
  readonly check: IdentityCheckView
}

function DataFields({ form, check: { read, verdicts } }: DataFieldsProps) {
  const t = useWords(confirmWords)
  const issuers = useIssuerOptions(read?.issuing_country)
  const nations = useIssuerOptions(read?.nationality)
  const none = { value: NO_NATIONALITY, label: t('no_nationality') }
  const doubtful = (digit: 'number' | 'birth' | 'expiry'): string | undefined =>
    verdicts.some(({ check, ok }) => check === `${digit}_digit` && ok === false)
      ? t('doubtful')
      : undefined
  const plain = { autoComplete: 'off', spellCheck: false } as const
  return (
    <>
      <TextInput label={t('family_name')} {...plain} {...form.text('family_name')} />
      <TextInput
        label={t('given_name')}
        hint={t('name_hint')}
        {...plain}
        {...form.text('given_name')}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextInput
          label={t('birth_date')}
          type="date"
          hint={doubtful('birth')}
          {...form.text('birth_date')}
        />
        <TextInput
          label={t('document_number')}
          hint={doubtful('number')}
          {...plain}
          autoCapitalize="characters"
          {...form.text('document_number')}
        />
        <Select
          label={t('nationality')}
          options={[none, ...nations]}
          {...form.text('nationality')}
        />
        <Select label={t('issuing_country')} options={issuers} {...form.text('issuing_country')} />
      </div>
      <div>
        {!form.values.unlimited && (
          <TextInput
            label={t('expires_on')}
            type="date"
            hint={doubtful('expiry')}
            {...form.text('expires_on')}
          />
        )}
        <Checkbox label={t('unlimited')} {...form.flag('unlimited')} />
      </div>
    </>
  )
}
