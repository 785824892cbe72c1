import type { RecoveryCase } from '@danbao/contracts/console'
import { Callout, TextLink, useWords, words } from '@danbao/ui'
import { useStaff } from '../../session.ts'

const pendingWords = words({
  title: { en: 'A second person looks', ru: 'Смотрит второй сотрудник', zh: '等待第二人复核' },
  yours: {
    en: 'You prepared this, so somebody else has to approve it.',
    ru: 'Вы это подготовили, поэтому одобрить должен кто-то другой.',
    zh: '由您准备，须由他人批准。',
  },
  theirs: {
    en: '{name} prepared this. You can be the second person.',
    ru: 'Подготовил(а) {name}. Вы можете стать вторым.',
    zh: '由 {name} 准备，您可以作为复核人。',
  },
  others: {
    en: '{name} prepared this. Your role can not be the second person.',
    ru: 'Подготовил(а) {name}. Ваша роль не может быть второй.',
    zh: '由 {name} 准备，您的角色不能复核。',
  },
  look: { en: 'To the approval', ru: 'К согласованию', zh: '前往审批' },
})

/** That what was prepared waits for somebody else. */
export function PendingNote({
  approval,
}: {
  readonly approval: NonNullable<RecoveryCase['approval']>
}) {
  const t = useWords(pendingWords)
  const { id } = useStaff()
  const { requested_by: by, may_decide: may } = approval
  const { name } = by
  const text = by.id === id ? t('yours') : t(may ? 'theirs' : 'others', { name })
  const shown = may || by.id === id
  return (
    <Callout
      kind="attention"
      title={t('title')}
      action={
        shown ? <TextLink href={`/approvals/${approval.id}`}>{t('look')}</TextLink> : undefined
      }
    >
      {text}
    </Callout>
  )
}
