import type { PaymentState } from '@danbao/contracts'
import type { Instant } from '@danbao/kernel'
import type { Language } from '../base/person.ts'
import { tellMoment } from '../messages/index.ts'
import type { Stage } from './told.ts'

type Words = Readonly<Record<Language, string>>

const PAID: Words = { en: 'Paid', ru: 'Оплачено', zh: '已付款' }
const CHECKED: Words = { en: 'Checked', ru: 'Проверено', zh: '已核验' }
const CHECKING: Words = { en: 'Being checked', ru: 'Проверяется', zh: '核验中' }
const SHIPPED: Words = { en: 'Shipped', ru: 'Отправлено', zh: '已发货' }
const TO_SHIP: Words = { en: 'The seller ships', ru: 'Продавец отправляет', zh: '待卖家发货' }
const ARRIVED: Words = { en: 'Arrived', ru: 'Доставлено', zh: '已送达' }
const ON_ITS_WAY: Words = { en: 'On its way', ru: 'В пути', zh: '运输中' }
const RELEASED: Words = {
  en: 'Released to the seller',
  ru: 'Выплачено продавцу',
  zh: '已放款给卖家',
}
const TO_RELEASE: Words = {
  en: 'Released to the seller, unless the buyer objects',
  ru: 'Выплата продавцу, если покупатель не возразит',
  zh: '买家无异议则放款给卖家',
}
const DISPUTED: Words = {
  en: 'In dispute: the money stays held',
  ru: 'Спор: деньги остаются удержанными',
  zh: '争议中：款项由 Danbao 担保',
}
const BACK: Words = { en: 'Back to the buyer', ru: 'Возвращено покупателю', zh: '已退还买家' }
const SPLIT: Words = {
  en: 'Divided between both',
  ru: 'Разделено между обоими',
  zh: '已在双方间分配',
}

const ENDS: Partial<Record<PaymentState, Words>> = {
  released: RELEASED,
  split: SPLIT,
  refunded: BACK,
  cancelled: BACK,
  expired: BACK,
}

const MARKS = { done: '✓', present: '●', later: '○', skipped: '–' } as const

interface Step {
  readonly mark: keyof typeof MARKS
  readonly words: Words
  /** When it was, or until when it is to be. */
  readonly at?: Instant | null
}

/** The escrow timeline as it stands, one line for each of its five steps. */
export function tellTimeline(stage: Stage, language: Language): readonly string[] {
  const steps = [
    { mark: 'done', words: PAID, at: stage.paidAt } as const,
    checkStep(stage),
    shipStep(stage),
    arriveStep(stage),
    endStep(stage),
  ]
  return steps.map(({ mark, words, at = null }) => {
    const line = `${MARKS[mark]} ${words[language]}`
    if (at === null) return line
    const moment = tellMoment(at, language)
    return mark === 'done' ? `${line}, ${moment}` : `${line} (${UNTIL[language]}${moment})`
  })
}

const UNTIL: Words = { en: 'by ', ru: 'до ', zh: '截至 ' }

function checkStep({ state, dueAt }: Stage): Step {
  return state === 'verifying'
    ? { mark: 'present', words: CHECKING, at: dueAt }
    : { mark: 'done', words: CHECKED }
}

function shipStep({ state, shippedAt, deliveredAt, closedAt, dueAt }: Stage): Step {
  if (shippedAt !== null) return { mark: 'done', words: SHIPPED, at: shippedAt }
  if (state === 'held') return { mark: 'present', words: TO_SHIP, at: dueAt }
  const over = closedAt !== null || deliveredAt !== null
  return { mark: over ? 'skipped' : 'later', words: SHIPPED }
}

function arriveStep({ state, deliveredAt, closedAt }: Stage): Step {
  if (deliveredAt !== null) return { mark: 'done', words: ARRIVED, at: deliveredAt }
  if (state === 'shipped') return { mark: 'present', words: ON_ITS_WAY }
  return { mark: closedAt === null ? 'later' : 'skipped', words: ARRIVED }
}

function endStep({ state, closedAt, dueAt }: Stage): Step {
  const end = ENDS[state]
  if (end !== undefined) return { mark: 'done', words: end, at: closedAt }
  if (state === 'disputed') return { mark: 'present', words: DISPUTED }
  if (state === 'delivered') return { mark: 'present', words: TO_RELEASE, at: dueAt }
  return { mark: 'later', words: TO_RELEASE, at: state === 'shipped' ? dueAt : null }
}
