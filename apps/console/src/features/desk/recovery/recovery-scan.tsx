import { Button, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Eye, ScanSearch } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PictureViewer } from '../identity/picture-viewer.tsx'

const scanWords = words({
  open: { en: 'Open the scan', ru: 'Открыть скан', zh: '打开扫描件' },
  label: { en: 'Scan of the document', ru: 'Скан документа', zh: '证件扫描件' },
  logged: {
    en: 'Opening it is kept in the audit log with your name.',
    ru: 'Просмотр останется в журнале с вашим именем.',
    zh: '打开时会以您的姓名记入审计日志。',
  },
  was_logged: {
    en: 'That you opened it is kept in the audit log.',
    ru: 'Ваш просмотр записан в журнал.',
    zh: '您的查看已记入审计日志。',
  },
})

/** The scan that came with a recovery: closed until somebody wants to see it. */
export function RecoveryScan({ id }: { readonly id: string }) {
  const t = useWords(scanWords)
  const client = useQueryClient()
  const key = ['opened-scan', id]
  const [open, setOpen] = useState(client.getQueryData(key) === true)
  const show = (): void => {
    client.setQueryData(key, true)
    setOpen(true)
  }
  return (
    <div className="flex flex-col items-start gap-2">
      {open ? (
        <div className="w-full">
          <PictureViewer
            src={api.url('getRecoveryDocument', { params: { id } })}
            label={t('label')}
            ratio={1.4}
          />
        </div>
      ) : (
        <Button kind="secondary" icon={ScanSearch} onClick={show}>
          {t('open')}
        </Button>
      )}
      <p className="flex gap-2 text-small text-ink-soft">
        <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
        {open ? t('was_logged') : t('logged')}
      </p>
    </div>
  )
}
