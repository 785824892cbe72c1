import type { StaffMemberView } from '@danbao/contracts/console'
import { Badge, useWords, words } from '@danbao/ui'
import { roleWords } from '../common/kind-words.ts'

const stateWords = words({
  invited: { en: 'Invited', ru: 'Приглашён', zh: '已邀请' },
  enrolling: { en: 'No second factor yet', ru: 'Без второго фактора', zh: '未设第二重验证' },
  active: { en: 'Active', ru: 'Работает', zh: '在职' },
  disabled: { en: 'Disabled', ru: 'Отключён', zh: '已停用' },
  waits: {
    en: 'Administrator: waits for approval',
    ru: 'Администратор: ждёт согласования',
    zh: '管理员：待审批',
  },
})

const KINDS = {
  invited: 'neutral',
  enrolling: 'attention',
  active: 'success',
  disabled: 'danger',
} as const

export function MemberState({ state }: Pick<StaffMemberView, 'state'>) {
  const t = useWords(stateWords)
  return <Badge kind={KINDS[state]}>{t(state)}</Badge>
}

/** The roles somebody has, and the one that waits for a second person. */
export function Roles({
  member: { roles, marketplace, administrator_requested: waits },
}: {
  readonly member: StaffMemberView
}) {
  const t = useWords(stateWords)
  const role = useWords(roleWords)
  return (
    <span className="flex flex-wrap gap-1.5">
      {roles.map((one) => (
        <Badge key={one}>
          {marketplace === null ? role(one) : `${role(one)}: ${marketplace.name}`}
        </Badge>
      ))}
      {waits && <Badge kind="attention">{t('waits')}</Badge>}
    </span>
  )
}
