import type { DisputeCase } from '@danbao/contracts/console'
import { Button, Tabs, Time, useWords, words } from '@danbao/ui'
import { Eye, FileText, Image, Video } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PictureViewer } from '../identity/picture-viewer.tsx'
import { sideWords } from './dispute-words.ts'

const galleryWords = words({
  logged: {
    en: 'Every look is kept in the audit log with your name.',
    ru: 'Каждый просмотр остаётся в журнале с вашим именем.',
    zh: '每次查看都会以您的姓名记入审计日志。',
  },
  sides: { en: 'Whose evidence', ru: 'Чьи доказательства', zh: '证据来源' },
  of: { en: '{side}: {count}', ru: '{side}: {count}', zh: '{side}：{count}' },
  none: { en: 'Nothing was added.', ru: 'Ничего не добавлено.', zh: '未提交证据。' },
  picture: { en: 'Picture', ru: 'Снимок', zh: '图片' },
  document: { en: 'PDF, first page', ru: 'PDF, первая страница', zh: 'PDF，第一页' },
  video: { en: 'Video', ru: 'Видео', zh: '视频' },
  open: { en: 'Look at it', ru: 'Посмотреть', zh: '查看' },
  close: { en: 'Close', ru: 'Закрыть', zh: '关闭' },
  save: { en: 'Save the file', ru: 'Сохранить файл', zh: '保存文件' },
})

type Evidence = DisputeCase['evidence'][number]

/** What each side shows. Nothing is loaded before somebody asks to see it: each look counts. */
export function EvidenceGallery({ evidence }: Pick<DisputeCase, 'evidence'>) {
  const t = useWords(galleryWords)
  const say = useWords(sideWords)
  const [side, setSide] = useState<string>('buyer')
  if (evidence.length === 0) return <p className="text-small text-ink-soft">{t('none')}</p>
  const tabs = (['buyer', 'seller'] as const).map((value) => {
    const own = evidence.filter((one) => one.side === value)
    const label = t('of', { side: say(value), count: own.length })
    return { value, label, content: <Pieces evidence={own} /> }
  })
  return (
    <div className="flex flex-col gap-2">
      <Tabs label={t('sides')} value={side} onValue={setSide} tabs={tabs} />
      <p className="flex gap-2 text-small text-ink-soft">
        <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('logged')}
      </p>
    </div>
  )
}

function Pieces({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const t = useWords(galleryWords)
  if (evidence.length === 0) return <p className="text-small text-ink-soft">{t('none')}</p>
  return (
    <ul className="divide-y divide-line">
      {evidence.map((one) => (
        <li key={one.id} className="py-2">
          <Piece one={one} />
        </li>
      ))}
    </ul>
  )
}

const ICONS = { picture: Image, document: FileText, video: Video } as const

function Piece({ one }: { readonly one: Evidence }) {
  const t = useWords(galleryWords)
  const [open, setOpen] = useState(false)
  const Icon = ICONS[one.kind]
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1 text-small">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-soft" />
        <span className="min-w-32 flex-1">
          <span className="block font-strong break-words">{one.note ?? t(one.kind)}</span>
          <span className="text-ink-soft">
            {t(one.kind)} · <Time at={one.created_at} />
          </span>
        </span>
        <Button kind="quiet" dense aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('close') : t('open')}
        </Button>
      </div>
      {open && <Shown one={one} />}
    </div>
  )
}

function Shown({ one }: { readonly one: Evidence }) {
  const t = useWords(galleryWords)
  const url = (size: 'whole' | 'preview'): string =>
    api.url('getCaseEvidence', { params: { id: one.id }, query: { size } })
  return (
    <>
      {one.kind === 'video' ? (
        <video src={url('whole')} controls preload="metadata" className="max-h-96 w-full" />
      ) : (
        <PictureViewer
          src={url(one.kind === 'picture' ? 'whole' : 'preview')}
          label={one.note ?? t(one.kind)}
          ratio={1.5}
        />
      )}
      {one.kind !== 'picture' && (
        <a href={url('whole')} download className="text-small font-strong text-jade underline">
          {t('save')}
        </a>
      )}
    </>
  )
}
