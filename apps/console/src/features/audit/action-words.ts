import { words } from '@danbao/ui'

/** What staff did. A group's name finds all of its actions. */
export const actionWords = words({
  document: { en: 'Documents: all', ru: 'Документы: всё', zh: '证件：全部' },
  'document.viewed': { en: 'Looked at a document', ru: 'Смотрел документ', zh: '查看证件' },
  identity: { en: 'Identity: all', ru: 'Личность: всё', zh: '身份验证：全部' },
  'identity.viewed': {
    en: 'Looked at an identity check',
    ru: 'Смотрел проверку личности',
    zh: '查看身份验证',
  },
  'identity.approved': { en: 'Approved an identity', ru: 'Одобрил личность', zh: '通过身份验证' },
  'identity.refused': {
    en: 'Refused an identity',
    ru: 'Отказал в проверке личности',
    zh: '拒绝身份验证',
  },
  'identity.more_needed': {
    en: 'Asked for pictures again',
    ru: 'Запросил снимки повторно',
    zh: '要求补充图片',
  },
  recovery: { en: 'Recovery: all', ru: 'Восстановление: всё', zh: '账户恢复：全部' },
  'recovery.viewed': {
    en: 'Looked at a recovery',
    ru: 'Смотрел восстановление',
    zh: '查看恢复申请',
  },
  'recovery.approved': { en: 'Approved a recovery', ru: 'Одобрил восстановление', zh: '批准恢复' },
  'recovery.refused': { en: 'Refused a recovery', ru: 'Отказал в восстановлении', zh: '拒绝恢复' },
  closure: { en: 'Closure: all', ru: 'Закрытие: всё', zh: '销户：全部' },
  'closure.viewed': { en: 'Looked at a closure', ru: 'Смотрел закрытие', zh: '查看销户申请' },
  'closure.prepared': { en: 'Prepared a closure', ru: 'Подготовил закрытие', zh: '准备销户' },
  'closure.refused': { en: 'Refused a closure', ru: 'Отказал в закрытии', zh: '拒绝销户' },
  dispute: { en: 'Disputes: all', ru: 'Споры: всё', zh: '争议：全部' },
  'dispute.viewed': { en: 'Looked at a dispute', ru: 'Смотрел спор', zh: '查看争议' },
  'dispute.decided': { en: 'Decided a dispute', ru: 'Решил спор', zh: '裁决争议' },
  evidence: { en: 'Evidence: all', ru: 'Доказательства: всё', zh: '证据：全部' },
  'evidence.viewed': {
    en: 'Looked at evidence',
    ru: 'Смотрел доказательство',
    zh: '查看证据',
  },
  payment_check: { en: 'Payment checks: all', ru: 'Проверки платежей: всё', zh: '付款核查：全部' },
  'payment_check.viewed': {
    en: 'Looked at a payment check',
    ru: 'Смотрел проверку платежа',
    zh: '查看付款核查',
  },
  'payment_check.approved': {
    en: 'Approved a payment',
    ru: 'Пропустил платёж',
    zh: '放行付款',
  },
  'payment_check.refused': {
    en: 'Refused a payment',
    ru: 'Отклонил платёж',
    zh: '拒绝付款',
  },
  'payment_check.identity_asked': {
    en: 'Asked a buyer for the identity',
    ru: 'Запросил личность покупателя',
    zh: '要求买家验证身份',
  },
  approval: { en: 'Approvals: all', ru: 'Согласования: всё', zh: '审批：全部' },
  'approval.requested': { en: 'Asked for an approval', ru: 'Попросил согласия', zh: '发起审批' },
  'approval.given': { en: 'Gave an approval', ru: 'Одобрил согласование', zh: '批准审批' },
  'approval.refused': { en: 'Refused an approval', ru: 'Отказал в согласовании', zh: '拒绝审批' },
  account: { en: 'Accounts: all', ru: 'Аккаунты: всё', zh: '账户：全部' },
  'account.frozen': { en: 'Froze an account', ru: 'Заморозил аккаунт', zh: '冻结账户' },
  'account.unfrozen': { en: 'Unfroze an account', ru: 'Разморозил аккаунт', zh: '解冻账户' },
  case: { en: 'Cases: all', ru: 'Дела: всё', zh: '案件：全部' },
  'case.taken': { en: 'Took a case', ru: 'Взял дело', zh: '领取案件' },
  'case.released': { en: 'Gave a case back', ru: 'Вернул дело', zh: '退回案件' },
  'case.assigned': { en: 'Handed a case on', ru: 'Передал дело', zh: '转交案件' },
  person: { en: 'People: all', ru: 'Люди: всё', zh: '用户：全部' },
  'person.searched': { en: 'Searched for people', ru: 'Искал людей', zh: '搜索用户' },
  'person.viewed': { en: 'Looked at a person', ru: 'Смотрел человека', zh: '查看用户' },
  'person.sessions_ended': { en: 'Ended sessions', ru: 'Завершил сеансы', zh: '结束会话' },
  staff: { en: 'Staff: all', ru: 'Сотрудники: всё', zh: '员工：全部' },
  'staff.signed_in': { en: 'Signed in', ru: 'Вошёл', zh: '登录' },
  'staff.sign_in_failed': { en: 'Sign-in failed', ru: 'Вход не удался', zh: '登录失败' },
  'staff.password_set': { en: 'Set a password', ru: 'Задал пароль', zh: '设置密码' },
  'staff.password_changed': {
    en: 'Changed the own password',
    ru: 'Сменил свой пароль',
    zh: '修改自己的密码',
  },
  'staff.second_factor_set': {
    en: 'Set up the second factor',
    ru: 'Настроил второй фактор',
    zh: '设置第二重验证',
  },
  'staff.second_factor_reset': {
    en: 'Reset a second factor',
    ru: 'Сбросил второй фактор',
    zh: '重置第二重验证',
  },
  'staff.created': { en: 'Invited a member', ru: 'Пригласил сотрудника', zh: '邀请员工' },
  'staff.roles_changed': { en: 'Changed roles', ru: 'Изменил роли', zh: '变更角色' },
  'staff.disabled': { en: 'Disabled a member', ru: 'Отключил сотрудника', zh: '停用员工' },
  'staff.enabled': { en: 'Enabled a member', ru: 'Включил сотрудника', zh: '启用员工' },
  'staff.link_sent': {
    en: 'Sent a password link',
    ru: 'Отправил ссылку для пароля',
    zh: '发送密码链接',
  },
})

/** The actions that occur, each after the name of its group. */
export function withGroups(actions: readonly string[]): readonly string[] {
  const groups = new Set(actions.map((action) => action.split('.')[0] ?? action))
  return [...groups].toSorted().flatMap((group) => {
    const own = actions.filter((action) => action.startsWith(`${group}.`)).toSorted()
    return own.length > 1 ? [group, ...own] : own
  })
}
