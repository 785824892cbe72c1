import type { StaffPermission } from '@danbao/contracts'
import { EmptyState, Page, useWords, words } from '@danbao/ui'
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMay } from '../../session.ts'

const allowedWords = words({
  title: { en: 'Not for your role', ru: 'Не для вашей роли', zh: '您的角色无此权限' },
  text: {
    en: 'Your roles do not open this page. An administrator can change them.',
    ru: 'Ваши роли не открывают эту страницу. Изменить их может администратор.',
    zh: '您的角色不能打开此页面。如有需要，请联系管理员调整。',
  },
})

/** A page for those who have the permission; others, who typed its address, are told so. */
export function Allowed({
  to,
  children,
}: {
  readonly to: StaffPermission
  readonly children: ReactNode
}) {
  const may = useMay()
  const t = useWords(allowedWords)
  if (may(to)) return children
  return (
    <Page title={t('title')}>
      <EmptyState icon={Lock} title={t('title')}>
        {t('text')}
      </EmptyState>
    </Page>
  )
}
