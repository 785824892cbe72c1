import type { IdentityCheckView, IdentityPicture } from '@danbao/contracts/wallet'
import { Button, Tabs, useWords, words } from '@danbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Eye, ScanSearch } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { PictureViewer } from './picture-viewer.tsx'
import { useSideName } from './use-side-name.ts'

const pictureWords = words({
  logged: {
    en: 'Every look is kept in the audit log with your name.',
    ru: 'Каждый просмотр остаётся в журнале с вашим именем.',
    zh: '每次查看都会以您的姓名记入审计日志。',
  },
  sides: { en: 'Sides of the document', ru: 'Стороны документа', zh: '证件各面' },
  whole: { en: 'Open in full resolution', ru: 'Открыть в полном размере', zh: '查看原图' },
  is_whole: {
    en: 'Full resolution',
    ru: 'Полный размер',
    zh: '原图',
  },
  missing: { en: 'Was not sent.', ru: 'Не прислано.', zh: '未提交。' },
  not_needed: {
    en: 'Was not sent, and is not needed.',
    ru: 'Не прислано и не требуется.',
    zh: '未提交，也非必需。',
  },
})

/** The sides of a document: small at first, whole when asked for. */
export function DocumentPictures({ check }: { readonly check: IdentityCheckView }) {
  const t = useWords(pictureWords)
  const { document_type: type, pictures } = check
  const say = useSideName(type)
  const [side, setSide] = useState<string>(pictures[0]?.side ?? 'front')
  return (
    <div className="flex flex-col gap-2">
      <Tabs
        label={t('sides')}
        value={side}
        onValue={setSide}
        tabs={pictures.map((picture) => ({
          value: picture.side,
          label: say(picture.side),
          content: <Side picture={picture} label={say(picture.side)} />,
        }))}
      />
      <p className="flex gap-2 text-small text-ink-soft">
        <Eye aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t('logged')}
      </p>
    </div>
  )
}

interface SideProps {
  readonly picture: IdentityPicture
  readonly label: string
}

function Side({ picture, label }: SideProps) {
  const t = useWords(pictureWords)
  const [whole, setWhole] = useOpened(picture.document)
  const { document: id, width, height, needed } = picture
  if (id === null) return <p className="text-ink-soft">{needed ? t('missing') : t('not_needed')}</p>
  const size = whole ? 'whole' : 'preview'
  return (
    <div>
      <PictureViewer
        key={size}
        src={api.url('getDocumentImage', { params: { id }, query: { size } })}
        label={label}
        ratio={width === null || height === null || height === 0 ? 1.5 : width / height}
      />
      <p className="text-center">
        {whole ? (
          <span className="inline-flex min-h-9 items-center text-small text-ink-soft">
            {t('is_whole')} · {width} × {height}
          </span>
        ) : (
          <Button kind="quiet" dense icon={ScanSearch} onClick={setWhole}>
            {t('whole')}
          </Button>
        )}
      </p>
    </div>
  )
}

/** Once opened it stays open while the case is looked at: going to the other side is no new look. */
function useOpened(id: string | null): readonly [boolean, () => void] {
  const client = useQueryClient()
  const key = ['opened-picture', id]
  const [, draw] = useState(0)
  return [
    client.getQueryData(key) === true,
    () => {
      client.setQueryData(key, true)
      draw((count) => count + 1)
    },
  ]
}
