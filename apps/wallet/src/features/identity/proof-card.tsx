import type { IdentityView } from '@danbao/contracts/wallet'
import { Badge, Callout, Card, Facts, useTime, useWords, words } from '@danbao/ui'
import { BadgeCheck, CalendarClock, CalendarX } from 'lucide-react'
import { documentWords } from './document-words.ts'

const proofWords = words({
  title: { en: 'Your identity is proved', ru: 'Личность подтверждена', zh: '身份已核实' },
  title_expired: { en: 'The document before', ru: 'Прежний документ', zh: '原证件' },
  good: { en: 'Level 2', ru: 'Уровень 2', zh: '2 级' },
  soon: { en: 'Expires soon', ru: 'Скоро истекает', zh: '即将到期' },
  expired: { en: 'Expired', ru: 'Истёк', zh: '已过期' },
  document: { en: 'Document', ru: 'Документ', zh: '证件' },
  approved: { en: 'Approved', ru: 'Одобрено', zh: '通过时间' },
  until: { en: 'Good until', ru: 'Действует до', zh: '有效期至' },
  always: { en: 'No expiry', ru: 'Бессрочно', zh: '长期有效' },
  soon_text: {
    en: 'Send the new document before this one expires, and your limits stay as they are.',
    ru: 'Пришлите новый документ до окончания срока, и лимиты сохранятся.',
    zh: '请在到期前提交新证件，限额将保持不变。',
  },
  expired_text: {
    en: 'The lower limits apply until a new document is approved. Your money is not touched.',
    ru: 'Пока новый документ не одобрен, действуют меньшие лимиты. Денег это не касается.',
    zh: '新证件通过审核前适用较低限额，您的资金不受影响。',
  },
})

type Proof = NonNullable<IdentityView['proof']>

/** The document that level 2 rests on, and until when. */
export function ProofCard({ proof }: { readonly proof: Proof }) {
  const t = useWords(proofWords)
  const name = useWords(documentWords)
  const { date, day } = useTime()
  const { document_type: type, approved_at: at, expires_on: until, renewal } = proof
  return (
    <>
      {renewal !== 'not_yet' && (
        <Callout kind="attention" title={t(renewal)}>
          {t(`${renewal}_text`)}
        </Callout>
      )}
      <Card
        title={t(renewal === 'expired' ? 'title_expired' : 'title')}
        action={<Standing renewal={renewal} />}
      >
        <Facts
          facts={[
            { name: t('document'), value: name(type) },
            { name: t('approved'), value: date(at) },
            { name: t('until'), value: until === null ? t('always') : day(until) },
          ]}
        />
      </Card>
    </>
  )
}

function Standing({ renewal }: Pick<Proof, 'renewal'>) {
  const t = useWords(proofWords)
  if (renewal === 'not_yet') {
    return (
      <Badge kind="success" icon={BadgeCheck}>
        {t('good')}
      </Badge>
    )
  }
  return (
    <Badge kind="attention" icon={renewal === 'soon' ? CalendarClock : CalendarX}>
      {t(renewal)}
    </Badge>
  )
}
