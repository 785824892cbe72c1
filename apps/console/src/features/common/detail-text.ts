import { paymentStateWords, useWords, words } from '@danbao/ui'
import { disputeStateWords } from '../desk/dispute/dispute-words.ts'
import { reasonWords } from '../desk/identity/identity-words.ts'
import { documentWords, kindWords, roleWords, wordOf } from './kind-words.ts'
import { verdictWords } from './span-words.ts'

type Value = string | number | boolean | null

/** Names of the further facts that an entry carries. */
const nameWords = words({
  reason: { en: 'reason', ru: 'причина', zh: '原因' },
  kind: { en: 'kind', ru: 'вид', zh: '类型' },
  name: { en: 'name', ru: 'имя', zh: '姓名' },
  roles: { en: 'roles', ru: 'роли', zh: '角色' },
  before: { en: 'before', ru: 'было', zh: '原为' },
  by: { en: 'by', ru: 'по', zh: '方式' },
  found: { en: 'found', ru: 'найдено', zh: '结果数' },
  ended: { en: 'ended', ru: 'завершено', zh: '已结束' },
  what: { en: 'part', ru: 'раздел', zh: '部分' },
  side: { en: 'side', ru: 'сторона', zh: '面' },
  size: { en: 'size', ru: 'размер', zh: '尺寸' },
  cause: { en: 'cause', ru: 'основание', zh: '依据' },
  email: { en: 'address', ru: 'адрес', zh: '邮箱' },
  phone: { en: 'phone', ru: 'телефон', zh: '手机' },
  level: { en: 'level', ru: 'уровень', zh: '等级' },
  left: { en: 'left', ru: 'осталось', zh: '剩余' },
  fields: { en: 'fields', ru: 'поля', zh: '字段' },
  marketplace: { en: 'marketplace', ru: 'маркетплейс', zh: '商城' },
  document_type: { en: 'document', ru: 'документ', zh: '证件' },
  key: { en: 'key ending', ru: 'окончание ключа', zh: '密钥末尾' },
  url: { en: 'address', ru: 'адрес', zh: '地址' },
  enabled: { en: 'switched on', ru: 'включён', zh: '启用' },
  event: { en: 'event', ru: 'событие', zh: '事件' },
  count: { en: 'number', ru: 'количество', zh: '数量' },
  color: { en: 'colour', ru: 'цвет', zh: '颜色' },
  pay_within: { en: 'buyer pays', ru: 'оплата покупателем', zh: '买家付款' },
  ship_within: { en: 'seller ships', ru: 'отправка продавцом', zh: '卖家发货' },
  confirm_within: { en: 'buyer confirms', ru: 'подтверждение покупателем', zh: '买家确认' },
  inspect_within: { en: 'inspection', ru: 'осмотр', zh: '验货' },
  commission_basis_points: {
    en: 'commission in 1/100 %',
    ru: 'комиссия в 1/100 %',
    zh: '佣金（万分之）',
  },
  spread_bps: { en: 'spread in 1/100 %', ru: 'наценка в 1/100 %', zh: '点差（万分之）' },
  max_age_days: { en: 'oldest rate in days', ru: 'возраст курса в днях', zh: '汇率最长天数' },
  per_euro: { en: 'for one euro', ru: 'за один евро', zh: '每欧元' },
  problem: { en: 'problem', ru: 'сбой', zh: '问题' },
  how: { en: 'how', ru: 'как', zh: '方式' },
  state: { en: 'state', ru: 'состояние', zh: '状态' },
  currency: { en: 'currency', ru: 'валюта', zh: '币种' },
  held: { en: 'days held', ru: 'дней удержано', zh: '担保天数' },
  paid_on: { en: 'paid on', ru: 'оплачены', zh: '付款日' },
  released_on: { en: 'released on', ru: 'выплачены', zh: '放款日' },
  due_on: { en: 'released by itself on', ru: 'автоматическая выплата', zh: '自动放款日' },
  dispute: { en: 'dispute', ru: 'спор', zh: '争议' },
  dispute_age: { en: 'days in dispute', ru: 'дней в споре', zh: '争议天数' },
  opened_week: { en: 'dispute opened from', ru: 'спор открыт с', zh: '争议新开周' },
  closed_week: { en: 'dispute closed from', ru: 'спор закрыт с', zh: '争议关闭周' },
  check_left: { en: 'hours left to check', ru: 'часов на проверку', zh: '核查剩余小时' },
  check: { en: 'check', ru: 'проверка', zh: '核查' },
  new_device: { en: 'new device', ru: 'новое устройство', zh: '新设备' },
})

/** Codes that facts are made of; everything else is somebody's own words. */
const valueWords = words({
  suspicious_activity: { en: 'unusual activity', ru: 'необычные действия', zh: '异常活动' },
  owner_request: { en: 'the owner’s wish', ru: 'просьба владельца', zh: '本人要求' },
  legal_request: { en: 'an authority’s wish', ru: 'требование органа', zh: '有关部门要求' },
  terms_breach: { en: 'against the terms', ru: 'нарушение условий', zh: '违反条款' },
  password: { en: 'password', ru: 'пароль', zh: '密码' },
  passkey: { en: 'passkey', ru: 'ключ доступа', zh: '通行密钥' },
  account: { en: 'account id', ru: 'номер аккаунта', zh: '账户编号' },
  email: { en: 'e-mail address', ru: 'почта', zh: '邮箱' },
  phone: { en: 'phone', ru: 'телефон', zh: '手机' },
  name: { en: 'name', ru: 'имя', zh: '姓名' },
  payment: { en: 'payment id', ru: 'номер платежа', zh: '付款编号' },
  checkout: { en: 'order', ru: 'заказ', zh: '订单' },
  reference: { en: 'marketplace’s reference', ru: 'номер у маркетплейса', zh: '商城编号' },
  tracking: { en: 'tracking number', ru: 'трек-номер', zh: '运单号' },
  page: { en: 'overview', ru: 'обзор', zh: '概览' },
  payments: { en: 'payments', ru: 'платежи', zh: '付款' },
  history: { en: 'history', ru: 'история', zh: '历史' },
  answers: { en: 'password and answers', ru: 'пароль и ответы', zh: '密码和答案' },
  front: { en: 'front', ru: 'лицевая', zh: '正面' },
  back: { en: 'back', ru: 'оборот', zh: '背面' },
  selfie: { en: 'selfie', ru: 'селфи', zh: '自拍' },
  whole: { en: 'full resolution', ru: 'полный размер', zh: '原图' },
  later: { en: 'in a week or later', ru: 'через неделю и позже', zh: '一周后或更晚' },
  preview: { en: 'preview', ru: 'предпросмотр', zh: '预览' },
  recovery_email: { en: 'new e-mail address', ru: 'новый адрес почты', zh: '更换邮箱' },
  staff_admin: { en: 'new administrator', ru: 'новый администратор', zh: '新增管理员' },
  true: { en: 'yes', ru: 'да', zh: '是' },
  false: { en: 'no', ru: 'нет', zh: '否' },
  command_line: { en: 'at the command line', ru: 'из командной строки', zh: '通过命令行' },
  resolution: { en: 'money that waits', ru: 'неразобранные деньги', zh: '待处理资金' },
  payout: { en: 'let it go', ru: 'пропустить', zh: '放行' },
  payout_failed: { en: 'not carried out', ru: 'не исполнен', zh: '未执行' },
  assign: { en: 'give it to somebody', ru: 'зачислить', zh: '入账给某人' },
  return: { en: 'send it back', ru: 'отправить обратно', zh: '退回' },
  collect: { en: 'take it from a wallet', ru: 'взыскать из кошелька', zh: '从钱包扣回' },
  write_off: { en: 'write it off', ru: 'списать', zh: '核销' },
  rate: { en: 'an exchange rate', ru: 'курс валюты', zh: '汇率' },
  unfreeze: { en: 'lifting a freeze', ru: 'разморозка', zh: '解除冻结' },
})

/** What people wrote themselves is shown as it is, also if it looks like a code. */
const OWN_WORDS = ['name', 'email', 'phone', 'marketplace', 'key', 'url', 'event']

/** Further facts of an entry on one line: 'reason: … · kind: …'. */
export function useDetailText(): (detail: Readonly<Record<string, Value>>) => string {
  const sayName = useWords(nameWords)
  const sayValue = useValue()
  return (detail) =>
    Object.entries(detail)
      .filter(([, value]) => value !== null && value !== '' && value !== false)
      .map(([name, value]) => {
        const said = wordOf(nameWords, name, sayName)
        if (value === true) return said
        return `${said}: ${OWN_WORDS.includes(name) ? value : sayValue(name, String(value))}`
      })
      .join(' · ')
}

function useValue(): (name: string, value: string) => string {
  const code = useWords(valueWords)
  const kind = useWords(kindWords)
  const document = useWords(documentWords)
  const role = useWords(roleWords)
  const why = useWords(reasonWords)
  const [state, dispute] = [useWords(paymentStateWords), useWords(disputeStateWords)]
  const verdict = useWords(verdictWords)
  return (name, value) => {
    if (name === 'roles' || name === 'before') {
      return value
        .split(' ')
        .map((one) => wordOf(roleWords, one, role))
        .join(', ')
    }
    if (name === 'state') return wordOf(paymentStateWords, value, state)
    if (name === 'dispute') return wordOf(disputeStateWords, value, dispute)
    if (name === 'check') return wordOf(verdictWords, value, verdict)
    if (name === 'reason')
      return Object.hasOwn(reasonWords, value) ? wordOf(reasonWords, value, why) : value
    if (Object.hasOwn(kindWords, value)) return wordOf(kindWords, value, kind)
    if (Object.hasOwn(documentWords, value)) return wordOf(documentWords, value, document)
    return wordOf(valueWords, value, code)
  }
}
