import { Button, Callout, CopyButton, Dialog, useWords, words } from '@danbao/ui'

const onceWords = words({
  title: { en: 'Keep it now', ru: 'Сохраните сейчас', zh: '请立即保存' },
  copy: { en: 'Copy', ru: 'Скопировать', zh: '复制' },
  kept: { en: 'I have kept it', ru: 'Сохранено', zh: '已保存' },
})

export interface ShownOnceProps {
  readonly title: string
  /** Undefined: nothing is to be shown. */
  readonly secret: string | undefined
  /** What it opens, and where it belongs. */
  readonly children: string
  readonly onClose: () => void
}

/** A secret that nobody sees again. */
export function ShownOnce({ title, secret, children, onClose }: ShownOnceProps) {
  const t = useWords(onceWords)
  return (
    <Dialog
      open={secret !== undefined}
      onClose={onClose}
      title={title}
      actions={<Button onClick={onClose}>{t('kept')}</Button>}
    >
      <Callout kind="attention" title={t('title')}>
        {children}
      </Callout>
      <code className="rounded-card bg-well p-3 text-small break-all select-all">{secret}</code>
      <div>
        <CopyButton text={secret ?? ''} label={t('copy')} />
      </div>
    </Dialog>
  )
}
