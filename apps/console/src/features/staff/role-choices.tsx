import { OPERATOR_ROLES } from '@danbao/contracts/console'
import { Checkbox, type FormHandle, useWords, words } from '@danbao/ui'
import { roleWords } from '../common/kind-words.ts'

const choiceWords = words({
  legend: { en: 'Roles', ru: 'Роли', zh: '角色' },
  support: {
    en: 'People, closures, freezing, ending sessions',
    ru: 'Люди, закрытие аккаунтов, заморозка, сеансы',
    zh: '用户、销户、冻结、结束会话',
  },
  reviewer: {
    en: 'Documents, identity checks, recoveries',
    ru: 'Документы, проверки личности, восстановления',
    zh: '证件、身份验证、账户恢复',
  },
  arbiter: { en: 'Recoveries, disputes', ru: 'Восстановления, споры', zh: '账户恢复、争议' },
  treasurer: {
    en: 'Closures, freezing, second person for administrators',
    ru: 'Закрытия, заморозка, второй голос за администраторов',
    zh: '销户、冻结、管理员任命复核',
  },
  administrator: {
    en: 'Staff and audit log; sees no documents. A second person has to agree.',
    ru: 'Сотрудники и журнал; документов не видит. Нужно согласие второго.',
    zh: '员工和审计日志，不能查看证件。须第二人同意。',
  },
})

type OperatorRole = (typeof OPERATOR_ROLES)[number]

type Chosen = Readonly<Record<OperatorRole, boolean>>

export const NO_ROLES: Chosen = {
  support: false,
  reviewer: false,
  arbiter: false,
  treasurer: false,
  administrator: false,
}

export function rolesOf(chosen: Chosen): OperatorRole[] {
  return OPERATOR_ROLES.filter((role) => chosen[role])
}

/** One box for each role, with what it may do. */
export function RoleChoices({ flag }: { readonly flag: FormHandle<Chosen>['flag'] }) {
  const t = useWords(choiceWords)
  const role = useWords(roleWords)
  return (
    <fieldset>
      <legend className="font-strong">{t('legend')}</legend>
      {OPERATOR_ROLES.map((one) => (
        <Checkbox
          key={one}
          label={
            <>
              {role(one)}
              <span className="block text-small text-ink-soft">{t(one)}</span>
            </>
          }
          {...flag(one)}
        />
      ))}
    </fieldset>
  )
}
