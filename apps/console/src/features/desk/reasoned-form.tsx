import {
  type ApiRefusal,
  Button,
  type ButtonKind,
  Form,
  RadioCards,
  TextArea,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { type ReactNode, useState } from 'react'
import { useSession } from '../../session.ts'
import { ChangedNote } from './changed-note.tsx'

const formWords = words({
  what: { en: 'What do you decide?', ru: 'Что вы решаете?', zh: '您的决定' },
  reason: { en: 'Reason', ru: 'Причина', zh: '原因' },
  needed: { en: 'Choose one.', ru: 'Выберите.', zh: '请选择。' },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写原因。' },
})

export interface Choice<D extends string> {
  readonly value: D
  readonly label: string
  /** What will happen. */
  readonly means: ReactNode
  /** Who reads the reason. */
  readonly hint: string
  readonly kind?: ButtonKind
}

export interface ReasonedFormProps<D extends string, A> {
  /** Under this name what was typed is kept. */
  readonly keep: string
  readonly choices: readonly Choice<D>[]
  readonly submit: (decision: D, reason: string) => Promise<A>
  readonly onDone: (answer: A, decision: D) => void
}

/** A decision with its consequence in words, and a reason. */
export function ReasonedForm<D extends string, A>(props: ReasonedFormProps<D, A>) {
  const { choices } = props
  const t = useWords(formWords)
  const { form, changed, forget } = useReasoned(props)
  const chosen = choices.find(({ value }) => value === form.values.decision)
  return (
    <Form form={form} label={t('what')}>
      <ChangedNote error={changed} onReload={forget} />
      <RadioCards
        label={t('what')}
        options={choices.map(({ value, label }) => ({ value, label }))}
        {...form.text('decision')}
      />
      {chosen !== undefined && (
        <>
          <div className="rounded-card bg-well p-3 text-small" role="status">
            {chosen.means}
          </div>
          <TextArea
            label={t('reason')}
            hint={chosen.hint}
            rows={4}
            maxLength={1000}
            {...form.text('reason')}
          />
          <Button type="submit" wide kind={chosen.kind} busy={form.busy}>
            {chosen.label}
          </Button>
        </>
      )}
    </Form>
  )
}

const MEANWHILE = ['wrong_state', 'case_taken', 'closure_blocked']

function useReasoned<D extends string, A>(props: ReasonedFormProps<D, A>) {
  const t = useWords(formWords)
  const { refresh } = useSession()
  const [changed, setChanged] = useState<ApiRefusal>()
  const find = (decision: string): Choice<D> | undefined =>
    props.choices.find(({ value }) => value === decision)
  const form = useForm({
    keep: props.keep,
    initial: { decision: '', reason: '' },
    check: ({ decision, reason }) => ({
      decision: find(decision) === undefined ? t('needed') : undefined,
      reason: reason.trim() === '' ? t('why') : undefined,
    }),
    submit: async ({ decision, reason }) => {
      setChanged(undefined)
      const choice = find(decision)
      if (choice === undefined) throw new RangeError(`there is no decision ${decision}`)
      return { answer: await props.submit(choice.value, reason.trim()), choice }
    },
    done: ({ answer, choice }) => {
      props.onDone(answer, choice.value)
      void refresh()
    },
    refused: (refusal) => {
      const known = MEANWHILE.includes(refusal.code)
      if (known) setChanged(refusal)
      return known
    },
  })
  return { form, changed, forget: () => setChanged(undefined) }
}
