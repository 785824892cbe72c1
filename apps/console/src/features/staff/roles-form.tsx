import type { StaffMemberView } from '@danbao/contracts/console'
import { Button, Form, TextArea, toast, useForm, useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import { useKeepMember } from './queries.ts'
import { NO_ROLES, RoleChoices, rolesOf } from './role-choices.tsx'

const formWords = words({
  label: { en: 'Change roles', ru: 'Изменить роли', zh: '变更角色' },
  means: {
    en: 'It counts at once. Cases that the new roles do not work on go back to the queue, and {name} gets a mail.',
    ru: 'Вступит в силу сразу. Дела, которые новым ролям недоступны, вернутся в очередь; {name} получит письмо.',
    zh: '立即生效。新角色不能处理的案件将退回队列，{name} 会收到邮件。',
  },
  reason: { en: 'Reason', ru: 'Причина', zh: '原因' },
  why: { en: 'Say why.', ru: 'Укажите причину.', zh: '请填写原因。' },
  role_needed: {
    en: 'Choose at least one role, or disable the member.',
    ru: 'Выберите хотя бы одну роль или отключите сотрудника.',
    zh: '请至少选择一个角色，或停用该员工。',
  },
  same: { en: 'Nothing was changed yet.', ru: 'Пока ничего не изменено.', zh: '尚未更改。' },
  submit: { en: 'Change the roles', ru: 'Изменить роли', zh: '变更角色' },
  done: { en: 'The roles are changed.', ru: 'Роли изменены.', zh: '角色已变更。' },
  done_waits: {
    en: 'Changed. The role of administrator waits for a second person.',
    ru: 'Изменено. Роль администратора ждёт второго голоса.',
    zh: '已变更，管理员角色待第二人审批。',
  },
})

export function RolesForm({ member }: { readonly member: StaffMemberView }) {
  const t = useWords(formWords)
  const form = useRoles(member)
  return (
    <Form form={form} label={t('label')}>
      <RoleChoices flag={form.flag} />
      <p className="rounded-card bg-well p-3 text-small">{t('means', { name: member.name })}</p>
      <TextArea label={t('reason')} rows={2} maxLength={1000} {...form.text('reason')} />
      <div>
        <Button type="submit" busy={form.busy}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  )
}

function useRoles(member: StaffMemberView) {
  const t = useWords(formWords)
  const keep = useKeepMember()
  const { id, roles } = member
  const present = { ...NO_ROLES, ...Object.fromEntries(roles.map((role) => [role, true])) }
  return useForm({
    initial: { reason: '', ...present },
    check: ({ reason, ...chosen }) => {
      const wanted = rolesOf(chosen)
      const same = wanted.join() === rolesOf(present).join()
      return {
        support: wanted.length === 0 ? t('role_needed') : same ? t('same') : undefined,
        reason: reason.trim() === '' ? t('why') : undefined,
      }
    },
    submit: ({ reason, ...chosen }) =>
      api.call('changeStaffRoles', { params: { id }, body: { roles: rolesOf(chosen), reason } }),
    done: ({ member: changed, approval }) => {
      keep(changed)
      toast(approval === null ? t('done') : t('done_waits'))
    },
  })
}
