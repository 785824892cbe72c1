import type { IdentityDocument, IdentityView } from '@danbao/contracts/wallet'
import { Button, Card, RadioCards, RefusalNote, useWords, words } from '@danbao/ui'
import { BookUser, Car, House, IdCard, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { api } from '../../api.ts'
import { documentTexts, documentWords } from './document-words.ts'
import { useCheckChange } from './use-identity.ts'

const startWords = words({
  choose: {
    en: 'Which document do you have?',
    ru: 'Какой документ у вас есть?',
    zh: '您使用哪种证件？',
  },
  needed: { en: 'Choose a document.', ru: 'Выберите документ.', zh: '请选择证件。' },
  start: { en: 'Go on', ru: 'Дальше', zh: '下一步' },
  safe: {
    en: 'Pictures are encrypted, and hidden data such as the place is removed. Only staff who decide see them, and each look is written down.',
    ru: 'Снимки шифруются, скрытые данные вроде места съёмки удаляются. Их видят только те, кто решает, и каждый просмотр записывается.',
    zh: '图片会加密保存，拍摄地点等隐藏信息会被删除。只有审核人员可以查看，且每次查看都有记录。',
  },
  another: { en: 'Send another document', ru: 'Отправить другой документ', zh: '提交其他证件' },
})

const ICONS: Readonly<Record<IdentityDocument, LucideIcon>> = {
  passport: BookUser,
  identity_card: IdCard,
  residence_permit: House,
  driving_licence: Car,
}
const DOCUMENTS = ['passport', 'identity_card', 'residence_permit', 'driving_licence'] as const

/** The choice of a document. Who is proved already is not bothered with it. */
export function StartStep({ identity }: { readonly identity: IdentityView }) {
  const t = useWords(startWords)
  const [wanted, setWanted] = useState(false)
  const settled = identity.proof?.renewal === 'not_yet' && identity.current?.state === 'approved'
  if (settled && !wanted) {
    return (
      <Button kind="secondary" onClick={() => setWanted(true)}>
        {t('another')}
      </Button>
    )
  }
  return <ChooseDocument first={identity.profile_document} />
}

function ChooseDocument({ first }: { readonly first: IdentityDocument | null }) {
  const t = useWords(startWords)
  const name = useWords(documentWords)
  const tell = useWords(documentTexts)
  const [chosen, setChosen] = useState<string>(first ?? '')
  const [missing, setMissing] = useState(false)
  const start = useCheckChange((type: IdentityDocument) =>
    api.call('startIdentityCheck', { body: { document_type: type } }),
  )
  const go = (): void => {
    const type = DOCUMENTS.find((one) => one === chosen)
    setMissing(type === undefined)
    if (type !== undefined) start.mutate(type)
  }
  return (
    <Card>
      <div className="flex flex-col gap-5">
        <RadioCards
          label={t('choose')}
          value={chosen}
          onValue={setChosen}
          error={missing && chosen === '' ? t('needed') : undefined}
          options={DOCUMENTS.map((value) => {
            const Icon = ICONS[value]
            const icon = <Icon aria-hidden className="size-6" />
            return { value, label: name(value), text: tell(value), icon }
          })}
        />
        <RefusalNote error={start.error} />
        <Button onClick={go} busy={start.isPending} wide>
          {t('start')}
        </Button>
        <p className="text-small text-ink-soft">{t('safe')}</p>
      </div>
    </Card>
  )
}
