import { words } from '@danbao/ui'

/** What can have happened to an account: the server's word for it, and ours. */
export const historyWords = words({
  signed_in: { en: 'Signed in', ru: 'Вход', zh: '登录' },
  sessions_ended: { en: 'Devices signed out', ru: 'Завершены сеансы', zh: '设备已退出登录' },
  sessions_ended_by_staff: {
    en: 'Our staff signed out all devices',
    ru: 'Сотрудники завершили все сеансы',
    zh: '工作人员已将所有设备退出登录',
  },
  registered: { en: 'Wallet opened', ru: 'Кошелёк открыт', zh: '钱包已开通' },
  email_confirmed: { en: 'E-mail confirmed', ru: 'Почта подтверждена', zh: '邮箱已确认' },
  email_change_requested: {
    en: 'New e-mail address asked for',
    ru: 'Запрошена смена адреса почты',
    zh: '申请更换邮箱',
  },
  email_changed: { en: 'E-mail address changed', ru: 'Адрес почты изменён', zh: '邮箱已更换' },
  email_change_undone: {
    en: 'Change of e-mail address undone',
    ru: 'Смена адреса почты отменена',
    zh: '邮箱更换已撤销',
  },
  email_recovered: {
    en: 'E-mail address replaced after a recovery',
    ru: 'Адрес почты заменён при восстановлении',
    zh: '通过账户恢复更换了邮箱',
  },
  phone_changed: { en: 'Phone changed', ru: 'Телефон изменён', zh: '手机号已更换' },
  profile_changed: {
    en: 'Name or address changed',
    ru: 'Изменены имя или адрес',
    zh: '姓名或地址已更改',
  },
  password_changed: { en: 'Password changed', ru: 'Пароль изменён', zh: '登录密码已修改' },
  payment_password_changed: {
    en: 'Payment password changed',
    ru: 'Платёжный пароль изменён',
    zh: '支付密码已修改',
  },
  questions_changed: {
    en: 'Security questions changed',
    ru: 'Контрольные вопросы изменены',
    zh: '安全问题已修改',
  },
  password_reset_requested: {
    en: 'Link for a new password asked for',
    ru: 'Запрошена ссылка для нового пароля',
    zh: '申请重设登录密码',
  },
  password_reset: {
    en: 'New password after “forgotten”',
    ru: 'Новый пароль взамен забытого',
    zh: '登录密码已重设',
  },
  payment_password_reset_requested: {
    en: 'Link for a new payment password asked for',
    ru: 'Запрошена ссылка для платёжного пароля',
    zh: '申请重设支付密码',
  },
  payment_password_reset: {
    en: 'New payment password after “forgotten”',
    ru: 'Новый платёжный пароль взамен забытого',
    zh: '支付密码已重设',
  },
  recovery_requested: {
    en: 'Recovery of the account asked for',
    ru: 'Запрошено восстановление доступа',
    zh: '申请恢复账户',
  },
  recovery_approved: {
    en: 'Recovery approved',
    ru: 'Восстановление одобрено',
    zh: '账户恢复已批准',
  },
  recovery_refused: {
    en: 'Recovery refused',
    ru: 'В восстановлении отказано',
    zh: '账户恢复被拒绝',
  },
  recovery_stopped: {
    en: 'Recovery stopped',
    ru: 'Восстановление остановлено',
    zh: '账户恢复已终止',
  },
  secrets_reset: {
    en: 'Password and questions set anew',
    ru: 'Пароль и вопросы заданы заново',
    zh: '密码和安全问题已重新设置',
  },
  totp_enabled: {
    en: 'Sign-in in two steps turned on',
    ru: 'Вход в два шага включён',
    zh: '两步验证已开启',
  },
  totp_disabled: {
    en: 'Sign-in in two steps turned off',
    ru: 'Вход в два шага выключен',
    zh: '两步验证已关闭',
  },
  recovery_codes_renewed: {
    en: 'New recovery codes made',
    ru: 'Созданы новые резервные коды',
    zh: '已生成新的恢复代码',
  },
  recovery_code_used: {
    en: 'Recovery code used',
    ru: 'Использован резервный код',
    zh: '使用了恢复代码',
  },
  passkey_added: { en: 'Passkey added', ru: 'Добавлен ключ доступа', zh: '已添加通行密钥' },
  passkey_removed: { en: 'Passkey removed', ru: 'Удалён ключ доступа', zh: '已删除通行密钥' },
  card_linked: { en: 'Card added', ru: 'Добавлена карта', zh: '已添加银行卡' },
  bank_account_added: {
    en: 'Bank account added',
    ru: 'Добавлен банковский счёт',
    zh: '已添加银行账户',
  },
  bank_account_removed: {
    en: 'Bank account removed',
    ru: 'Удалён банковский счёт',
    zh: '已删除银行账户',
  },
  card_unlinked: { en: 'Card unlinked', ru: 'Отвязана карта', zh: '已解绑银行卡' },
  marketplace_linked: {
    en: 'Marketplace linked',
    ru: 'Привязан маркетплейс',
    zh: '已关联商城',
  },
  marketplace_unlinked: {
    en: 'Marketplace unlinked',
    ru: 'Маркетплейс отвязан',
    zh: '已取消关联商城',
  },
  identity_started: {
    en: 'Identity check begun',
    ru: 'Начата проверка личности',
    zh: '开始身份验证',
  },
  identity_submitted: {
    en: 'Documents handed in',
    ru: 'Документы отправлены',
    zh: '证件已提交',
  },
  identity_withdrawn: {
    en: 'Identity check withdrawn',
    ru: 'Проверка личности отозвана',
    zh: '身份验证已撤回',
  },
  identity_approved: {
    en: 'Identity check passed',
    ru: 'Проверка личности пройдена',
    zh: '身份验证已通过',
  },
  identity_refused: {
    en: 'Identity check refused',
    ru: 'Проверка личности не пройдена',
    zh: '身份验证未通过',
  },
  identity_more_needed: {
    en: 'Better pictures of the documents needed',
    ru: 'Нужны другие снимки документов',
    zh: '需要补充证件照片',
  },
  identity_expired: {
    en: 'The identity document ran out',
    ru: 'Срок документа истёк',
    zh: '身份证件已过期',
  },
  account_frozen: { en: 'Account frozen', ru: 'Аккаунт заморожен', zh: '账户已冻结' },
  account_unfrozen: { en: 'Account free again', ru: 'Аккаунт разморожен', zh: '账户已解冻' },
  data_exported: { en: 'My data downloaded', ru: 'Скачаны мои данные', zh: '已下载我的数据' },
  closure_requested: {
    en: 'Closing of the account asked for',
    ru: 'Запрошено закрытие аккаунта',
    zh: '申请关闭账户',
  },
  closure_withdrawn: {
    en: 'Request to close withdrawn',
    ru: 'Просьба о закрытии отозвана',
    zh: '关闭申请已撤回',
  },
  closure_refused: {
    en: 'Closing of the account refused',
    ru: 'В закрытии аккаунта отказано',
    zh: '关闭申请被拒绝',
  },
  account_closed: { en: 'Account closed', ru: 'Аккаунт закрыт', zh: '账户已关闭' },
})

/** What adds to it. */
export const detailWords = words({
  other: { en: 'Something was changed', ru: 'Что-то изменилось', zh: '账户有变更' },
  new_device: { en: 'new device', ru: 'новое устройство', zh: '新设备' },
  by_password: { en: 'by password', ru: 'по паролю', zh: '使用密码' },
  by_passkey: { en: 'by passkey', ru: 'по ключу доступа', zh: '使用通行密钥' },
  by_marketplace: { en: 'by marketplace', ru: 'через маркетплейс', zh: '通过商城' },
  by_second_factor: { en: 'in two steps', ru: 'в два шага', zh: '两步验证' },
  left: {
    en: '{count, plural, one {# code left} other {# codes left}}',
    ru: '{count, plural, one {остался # код} few {осталось # кода} many {осталось # кодов} other {осталось # кода}}',
    zh: '{count, plural, other {还剩 # 个}}',
  },
  ended: {
    en: '{count, plural, one {# device} other {# devices}}',
    ru: '{count, plural, one {# устройство} few {# устройства} many {# устройств} other {# устройства}}',
    zh: '{count, plural, other {# 台设备}}',
  },
})
