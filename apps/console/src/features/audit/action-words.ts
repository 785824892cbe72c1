import { words } from '@danbao/ui'

/** What staff did. A group's name finds all of its actions. */
export const actionWords = words({
  document: { en: 'Documents: all', ru: 'Документы — все действия', zh: '证件：全部' },
  'document.viewed': { en: 'Looked at a document', ru: 'Просмотр документа', zh: '查看证件' },
  identity: { en: 'Identity: all', ru: 'Личность — все действия', zh: '身份验证：全部' },
  'identity.viewed': {
    en: 'Looked at an identity check',
    ru: 'Просмотр проверки личности',
    zh: '查看身份验证',
  },
  'identity.approved': {
    en: 'Approved an identity',
    ru: 'Личность подтверждена',
    zh: '通过身份验证',
  },
  'identity.refused': {
    en: 'Refused an identity',
    ru: 'Отказ в проверке личности',
    zh: '拒绝身份验证',
  },
  'identity.more_needed': {
    en: 'Asked for pictures again',
    ru: 'Повторный запрос снимков',
    zh: '要求补充图片',
  },
  recovery: { en: 'Recovery: all', ru: 'Восстановление — все действия', zh: '账户恢复：全部' },
  'recovery.viewed': {
    en: 'Looked at a recovery',
    ru: 'Просмотр заявки на восстановление',
    zh: '查看恢复申请',
  },
  'recovery.approved': { en: 'Approved a recovery', ru: 'Восстановление одобрено', zh: '批准恢复' },
  'recovery.refused': { en: 'Refused a recovery', ru: 'Отказ в восстановлении', zh: '拒绝恢复' },
  closure: { en: 'Closure: all', ru: 'Закрытие — все действия', zh: '销户：全部' },
  'closure.viewed': {
    en: 'Looked at a closure',
    ru: 'Просмотр заявки на закрытие',
    zh: '查看销户申请',
  },
  'closure.prepared': { en: 'Prepared a closure', ru: 'Закрытие подготовлено', zh: '准备销户' },
  'closure.refused': { en: 'Refused a closure', ru: 'Отказ в закрытии', zh: '拒绝销户' },
  deposit: { en: 'Deposits: all', ru: 'Поступления — все действия', zh: '入账：全部' },
  'deposit.viewed': {
    en: 'Looked at a deposit',
    ru: 'Просмотр поступления',
    zh: '查看入账',
  },
  'deposit.resolution_wished': {
    en: 'Asked to move money that waits',
    ru: 'Запрос на проведение денег',
    zh: '申请处理待定资金',
  },
  payout: { en: 'Payouts: all', ru: 'Вывод денег — все действия', zh: '提现：全部' },
  'payout.viewed': { en: 'Looked at a payout', ru: 'Просмотр вывода', zh: '查看提现' },
  'payout.wished': {
    en: 'Asked for a decision on a payout',
    ru: 'Запрос решения по выводу',
    zh: '申请处理提现',
  },
  'payout.refused': { en: 'Refused a payout', ru: 'Отказ в выводе', zh: '拒绝提现' },
  'payout.sent': {
    en: 'Made a file of payouts',
    ru: 'Создание файла вывода',
    zh: '生成提现文件',
  },
  'payout.file_viewed': {
    en: 'Downloaded a file of payouts',
    ru: 'Скачивание файла вывода',
    zh: '下载提现文件',
  },
  'rail.settled': {
    en: 'Entered what a rail has paid',
    ru: 'Внесена выплата канала',
    zh: '录入渠道结算',
  },
  'rail_file.imported': {
    en: 'Gave a file of a bank',
    ru: 'Загрузка файла банка',
    zh: '上传银行文件',
  },
  exchange: { en: 'Rates: all', ru: 'Курсы — все действия', zh: '汇率：全部' },
  'exchange.changed': {
    en: 'Changed spread or age of rates',
    ru: 'Изменение наценки или срока курсов',
    zh: '更改点差或汇率时效',
  },
  'exchange.rate_typed': {
    en: 'Typed in a rate',
    ru: 'Внесён курс вручную',
    zh: '手动录入汇率',
  },
  'exchange.rates_fetched': {
    en: 'Asked for the rates',
    ru: 'Запрос курсов',
    zh: '查询汇率',
  },
  dispute: { en: 'Disputes: all', ru: 'Споры — все действия', zh: '争议：全部' },
  'dispute.viewed': { en: 'Looked at a dispute', ru: 'Просмотр спора', zh: '查看争议' },
  'dispute.decided': { en: 'Decided a dispute', ru: 'Решение по спору', zh: '裁决争议' },
  evidence: { en: 'Evidence: all', ru: 'Доказательства — все действия', zh: '证据：全部' },
  'evidence.viewed': {
    en: 'Looked at evidence',
    ru: 'Просмотр доказательства',
    zh: '查看证据',
  },
  payment: { en: 'Payments: all', ru: 'Платежи — все действия', zh: '付款：全部' },
  'payment.listed': { en: 'Listed payments', ru: 'Просмотр списка платежей', zh: '查看付款列表' },
  'payment.viewed': { en: 'Looked at a payment', ru: 'Просмотр платежа', zh: '查看付款' },
  'payment.searched': { en: 'Searched for payments', ru: 'Поиск платежей', zh: '搜索付款' },
  payment_check: {
    en: 'Payment checks: all',
    ru: 'Проверки платежей — все действия',
    zh: '付款核查：全部',
  },
  'payment_check.viewed': {
    en: 'Looked at a payment check',
    ru: 'Просмотр проверки платежа',
    zh: '查看付款核查',
  },
  'payment_check.approved': {
    en: 'Approved a payment',
    ru: 'Платёж пропущен',
    zh: '放行付款',
  },
  'payment_check.refused': {
    en: 'Refused a payment',
    ru: 'Платёж отклонён',
    zh: '拒绝付款',
  },
  'payment_check.identity_asked': {
    en: 'Asked a buyer for the identity',
    ru: 'Запрошена личность покупателя',
    zh: '要求买家验证身份',
  },
  audit: { en: 'Audit log: all', ru: 'Журнал — все действия', zh: '审计日志：全部' },
  'audit.searched': {
    en: 'Looked for a person in the log',
    ru: 'Поиск человека в журнале',
    zh: '在审计日志中查找用户',
  },
  approval: { en: 'Approvals: all', ru: 'Согласования — все действия', zh: '审批：全部' },
  'approval.requested': { en: 'Asked for an approval', ru: 'Запрос согласования', zh: '发起审批' },
  'approval.given': { en: 'Gave an approval', ru: 'Согласование одобрено', zh: '批准审批' },
  'approval.refused': { en: 'Refused an approval', ru: 'Отказ в согласовании', zh: '拒绝审批' },
  account: { en: 'Accounts: all', ru: 'Аккаунты — все действия', zh: '账户：全部' },
  'account.frozen': { en: 'Froze an account', ru: 'Аккаунт заморожен', zh: '冻结账户' },
  'account.unfrozen': { en: 'Unfroze an account', ru: 'Аккаунт разморожен', zh: '解冻账户' },
  case: { en: 'Cases: all', ru: 'Дела — все действия', zh: '案件：全部' },
  'case.taken': { en: 'Took a case', ru: 'Дело взято в работу', zh: '领取案件' },
  'case.released': { en: 'Gave a case back', ru: 'Дело возвращено в очередь', zh: '退回案件' },
  'case.assigned': { en: 'Handed a case on', ru: 'Дело передано', zh: '转交案件' },
  marketplace: {
    en: 'Marketplaces: all',
    ru: 'Маркетплейсы — все действия',
    zh: '商城：全部',
  },
  'marketplace.key_created': { en: 'Made a key', ru: 'Ключ создан', zh: '创建密钥' },
  'marketplace.key_revoked': { en: 'Revoked a key', ru: 'Ключ отозван', zh: '撤销密钥' },
  'marketplace.endpoint_created': {
    en: 'Added an address for events',
    ru: 'Добавлен адрес для событий',
    zh: '添加事件接收地址',
  },
  'marketplace.endpoint_changed': {
    en: 'Changed an address for events',
    ru: 'Изменён адрес для событий',
    zh: '修改事件接收地址',
  },
  'marketplace.endpoint_deleted': {
    en: 'Deleted an address for events',
    ru: 'Удалён адрес для событий',
    zh: '删除事件接收地址',
  },
  'marketplace.secret_rotated': {
    en: 'Made a new webhook secret',
    ru: 'Заменён секрет вебхука',
    zh: '更换网络钩子密钥',
  },
  'marketplace.delivery_replayed': {
    en: 'Sent an event again',
    ru: 'Событие отправлено ещё раз',
    zh: '重新发送事件',
  },
  'marketplace.deliveries_replayed': {
    en: 'Sent all failed events again',
    ru: 'Неудачные события отправлены ещё раз',
    zh: '重发所有失败事件',
  },
  'marketplace.event_viewed': {
    en: 'Looked at an event',
    ru: 'Просмотр события',
    zh: '查看事件',
  },
  'marketplace.terms_changed': {
    en: 'Changed times and commission',
    ru: 'Изменены сроки и комиссия',
    zh: '更改期限与佣金',
  },
  'marketplace.brand_changed': {
    en: 'Changed name and colour',
    ru: 'Изменены название и цвет',
    zh: '更改名称与颜色',
  },
  'marketplace.logo_changed': { en: 'Changed the logo', ru: 'Логотип изменён', zh: '更换标志' },
  'marketplace.logo_removed': { en: 'Removed the logo', ru: 'Логотип убран', zh: '移除标志' },
  person: { en: 'People: all', ru: 'Пользователи — все действия', zh: '用户：全部' },
  'person.searched': { en: 'Searched for people', ru: 'Поиск пользователей', zh: '搜索用户' },
  'person.viewed': {
    en: 'Looked at a person',
    ru: 'Просмотр профиля пользователя',
    zh: '查看用户',
  },
  'person.sessions_ended': { en: 'Ended sessions', ru: 'Сеансы завершены', zh: '结束会话' },
  staff: { en: 'Staff: all', ru: 'Сотрудники — все действия', zh: '员工：全部' },
  'staff.signed_in': { en: 'Signed in', ru: 'Вход', zh: '登录' },
  'staff.sign_in_failed': { en: 'Sign-in failed', ru: 'Неудачная попытка входа', zh: '登录失败' },
  'staff.password_set': { en: 'Set a password', ru: 'Пароль задан', zh: '设置密码' },
  'staff.password_changed': {
    en: 'Changed the own password',
    ru: 'Смена своего пароля',
    zh: '修改自己的密码',
  },
  'staff.second_factor_set': {
    en: 'Set up the second factor',
    ru: 'Второй фактор настроен',
    zh: '设置第二重验证',
  },
  'staff.second_factor_reset': {
    en: 'Reset a second factor',
    ru: 'Второй фактор сброшен',
    zh: '重置第二重验证',
  },
  'staff.created': { en: 'Invited a member', ru: 'Приглашение сотрудника', zh: '邀请员工' },
  'staff.roles_changed': { en: 'Changed roles', ru: 'Изменение ролей', zh: '变更角色' },
  'staff.disabled': { en: 'Disabled a member', ru: 'Сотрудник отключён', zh: '停用员工' },
  'staff.enabled': { en: 'Enabled a member', ru: 'Сотрудник снова включён', zh: '启用员工' },
  'staff.link_sent': {
    en: 'Sent a password link',
    ru: 'Отправлена ссылка для пароля',
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
