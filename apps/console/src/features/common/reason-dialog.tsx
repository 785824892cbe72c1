import {
  Button,
  type ButtonKind,
  Callout,
  Dialog,
  Form,
  TextArea,
  toast,
  useForm,
  useWords,
  words,
} from '@danbao/ui'
import { type ReactNode, useId } from 'react'

const reasonWords = words({
  reason: { en: 'Reason', ru: 'Причина', zh: '原因' },
  hint: {
    en: 'Kept in the audit log. For staff only.',
    ru: 'Останется в журнале. Видят только сотрудники.',
    zh: '写入审计日志，仅员工可见。',
  },
  needed: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写原因。' },
  cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' },
})

export interface ReasonDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen, before it does. */
  readonly consequence: ReactNode
  /** The word on the button. */
  readonly verb: string
  readonly kind?: ButtonKind
  /** In place of "for staff only", where somebody else reads it. */
  readonly hint?: string
  /** Said when it is done. */
  readonly done: string
  readonly submit: (reason: string) => Promise<unknown>
  readonly onDone: () => void
  /** Further fields, above the reason. */
  readonly children?: ReactNode
}

/** Asks why before something is done to somebody, and says what it will mean. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, onClose, title } = props
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <ReasonForm {...props} />
    </Dialog>
  )
}

function ReasonForm(props: ReasonDialogProps) {
  const t = useWords(reasonWords)
  const label = useId()
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t('needed') : undefined }),
    submit: ({ reason }) => props.submit(reason),
    done: () => {
      toast(props.done)
      props.onDone()
      props.onClose()
    },
  })
  return (
    <Form form={form}>
      <Callout kind="attention">
        <div id={label}>{props.consequence}</div>
      </Callout>
      {props.children}
      <TextArea
        label={t('reason')}
        hint={props.hint ?? t('hint')}
        rows={3}
        maxLength={1000}
        {...form.text('reason')}
      />
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button kind="secondary" onClick={props.onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" kind={props.kind} busy={form.busy} aria-describedby={label}>
          {props.verb}
        </Button>
      </div>
    </Form>
  )
}
