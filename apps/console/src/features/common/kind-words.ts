import { words } from '@danbao/ui'

/** What a case in the queue is about. */
export const kindWords = words({
  identity: { en: 'Identity', ru: 'Личность', zh: '身份验证' },
  recovery: { en: 'Recovery', ru: 'Восстановление', zh: '账户恢复' },
  closure: { en: 'Closure', ru: 'Закрытие аккаунта', zh: '销户' },
  payment_check: { en: 'Payment check', ru: 'Проверка платежа', zh: '付款核查' },
  dispute: { en: 'Dispute', ru: 'Спор', zh: '争议' },
})

/** How well a person is known. */
export const levelWords = words({
  level_0: { en: 'Level 0', ru: 'Уровень 0', zh: '0 级' },
  level_1: { en: 'Level 1', ru: 'Уровень 1', zh: '1 级' },
  level_2: { en: 'Level 2', ru: 'Уровень 2', zh: '2 级' },
})

export const documentWords = words({
  passport: { en: 'Passport', ru: 'Паспорт', zh: '护照' },
  driving_licence: {
    en: 'Driving licence',
    ru: 'Водительское удостоверение',
    zh: '驾驶证',
  },
  identity_card: {
    en: 'National identity card',
    ru: 'Удостоверение личности',
    zh: '身份证',
  },
  residence_permit: { en: 'Residence permit', ru: 'Вид на жительство', zh: '居留许可' },
})

export const personStateWords = words({
  registering: { en: 'Registering', ru: 'Регистрируется', zh: '注册中' },
  open: { en: 'Open', ru: 'Открыт', zh: '正常' },
  frozen: { en: 'Frozen', ru: 'Заморожен', zh: '已冻结' },
  resting: { en: 'Payments paused', ru: 'Платежи приостановлены', zh: '支付暂停' },
  closed: { en: 'Closed', ru: 'Закрыт', zh: '已销户' },
})

export const roleWords = words({
  support: { en: 'Support', ru: 'Поддержка', zh: '客服' },
  reviewer: { en: 'Reviewer', ru: 'Проверяющий', zh: '审核员' },
  arbiter: { en: 'Arbiter', ru: 'Арбитр', zh: '仲裁员' },
  treasurer: { en: 'Treasurer', ru: 'Казначей', zh: '资金主管' },
  administrator: { en: 'Administrator', ru: 'Администратор', zh: '管理员' },
  merchant: { en: 'Merchant', ru: 'Маркетплейс', zh: '商户' },
})

/** The word of a code that the server may have learnt after this app was built. */
export function wordOf<W extends object>(
  definition: W,
  code: string,
  say: (key: keyof W & string) => string,
): string {
  return isKey(definition, code) ? say(code) : code.replaceAll('_', ' ')
}

function isKey<W extends object>(definition: W, code: string): code is keyof W & string {
  return Object.hasOwn(definition, code)
}
