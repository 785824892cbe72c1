import type { DocumentSide, IdentityCheckView } from '@danbao/contracts/wallet'
import { Button, Card, RefusalNote, useWords, words } from '@danbao/ui'
import { useState } from 'react'
import { api } from '../../api.ts'
import { documentWords } from './document-words.ts'
import { GoodPicture } from './good-picture.tsx'
import { PictureDrop } from './picture-drop.tsx'
import { MoreNeededNote } from './reason-note.tsx'
import { useCheckChange } from './use-identity.ts'

const stepWords = words({
  missing: {
    en: 'This picture is still missing.',
    ru: 'Этого снимка ещё нет.',
    zh: '尚缺此图片。',
  },
  read: { en: 'Read the document', ru: 'Прочитать документ', zh: '识别证件' },
  no_reading: { en: 'Go on to the data', ru: 'Перейти к данным', zh: '填写信息' },
})

/** The pages of the document, one picture each; then a machine reads them. */
export function PicturesStep({ check }: { readonly check: IdentityCheckView }) {
  const t = useWords(stepWords)
  const name = useWords(documentWords)
  const [tried, setTried] = useState(false)
  const read = useCheckChange(() => api.call('readIdentityDocument', { params: { id: check.id } }))
  const missing = missingSides(check)
  const go = (): void => {
    setTried(true)
    if (missing.length === 0) read.mutate(undefined)
  }
  return (
    <>
      {check.state === 'more_needed' && <MoreNeededNote check={check} />}
      <Card title={name(check.document_type)}>
        <div className="flex flex-col gap-6">
          <GoodPicture document={check.document_type} />
          {check.pictures.map((picture) => (
            <PictureDrop
              key={picture.side}
              check={check}
              picture={picture}
              error={tried && missing.includes(picture.side) ? t('missing') : undefined}
            />
          ))}
          <RefusalNote error={read.error} />
          <Button onClick={go} busy={read.isPending} wide>
            {check.document_type === 'driving_licence' ? t('no_reading') : t('read')}
          </Button>
        </div>
      </Card>
    </>
  )
}

/** Pictures that are not there, or that staff want anew. */
function missingSides({
  pictures,
  asked_sides: asked,
}: IdentityCheckView): readonly DocumentSide[] {
  return pictures
    .filter(({ side, needed, document }) => asked.includes(side) || (needed && document === null))
    .map(({ side }) => side)
}
