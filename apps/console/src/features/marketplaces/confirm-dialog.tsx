import { Button, Dialog, RefusalNote, toast, useWords, words } from '@danbao/ui'
import { useMutation } from '@tanstack/react-query'

const confirmWords = words({ cancel: { en: 'Cancel', ru: 'Отмена', zh: '取消' } })

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen. */
  readonly consequence: string
  /** The word on the button. */
  readonly verb: string
  readonly done: string
  readonly submit: () => Promise<unknown>
  readonly onDone: () => void
}

/** Asks once more before something that can not be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, consequence, verb, done, submit, onDone } = props
  const t = useWords(confirmWords)
  const doing = useMutation({
    mutationFn: submit,
    onSuccess: () => {
      toast(done)
      onClose()
      onDone()
    },
  })
  const close = (): void => {
    doing.reset()
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      busy={doing.isPending}
      title={title}
      actions={
        <>
          <Button kind="secondary" onClick={close}>
            {t('cancel')}
          </Button>
          <Button kind="danger" busy={doing.isPending} onClick={() => doing.mutate()}>
            {verb}
          </Button>
        </>
      }
    >
      <RefusalNote error={doing.error} />
      <p>{consequence}</p>
    </Dialog>
  )
}
