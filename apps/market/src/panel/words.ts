import type { InEachLanguage } from '../page/language.ts'
import type { Advance } from './steps.ts'

const en = {
  title: 'Sandbox panel',
  lead: 'Here you play time and the post. It is there for trying things out, and part of no real shop.',
  clock: 'The clock of Danbao',
  now: 'There it is',
  clockHint:
    'It only goes forward, for everybody in this sandbox. What becomes due in between happens.',
  advance: { PT1H: '1 hour', P1D: '1 day', P3D: '3 days', P10D: '10 days' },
  onward: 'onward',
  post: 'The post',
  none: 'No parcel is on its way.',
  noneHint: 'Once a seller has sent one, you can deliver it here.',
  order: 'Order',
  parcel: 'To the buyer',
  return: 'Back to the seller',
  deliver: 'Deliver',
  moved: 'The clock has been moved.',
  delivered: 'Delivered. Danbao tells both sides.',
  away: 'Danbao does not answer. Nothing was done; try again in a moment.',
  refused: 'Danbao refused this: something has changed in the meantime.',
}
export type PanelWords = Omit<typeof en, 'advance'> & {
  readonly advance: Readonly<Record<Advance, string>>
}

const ru: PanelWords = {
  title: 'Панель песочницы',
  lead: 'Здесь вы играете за время и за почту. Это для проб; в настоящем магазине такого нет.',
  clock: 'Часы Danbao',
  now: 'Сейчас там',
  clockHint:
    'Они идут только вперёд и для всех в этой песочнице. Всё, чему подошёл срок, происходит.',
  advance: { PT1H: '1 час', P1D: '1 день', P3D: '3 дня', P10D: '10 дней' },
  onward: 'вперёд на',
  post: 'Почта',
  none: 'Посылок в пути нет.',
  noneHint: 'Когда продавец отправит посылку, её можно будет доставить здесь.',
  order: 'Заказ',
  parcel: 'Покупателю',
  return: 'Обратно продавцу',
  deliver: 'Доставить',
  moved: 'Часы переведены.',
  delivered: 'Доставлено. Danbao сообщает обеим сторонам.',
  away: 'Danbao не отвечает. Ничего не сделано, попробуйте ещё раз через минуту.',
  refused: 'Danbao это не принял: тем временем что-то изменилось.',
}

const zh: PanelWords = {
  title: '沙盒面板',
  lead: '在这里您可以扮演时间和邮递员。仅供试用，真实商店中没有此页面。',
  clock: 'Danbao 的时钟',
  now: '当前时间',
  clockHint: '时钟只能向前，并影响此沙盒中的所有人。期间到期的事项都会发生。',
  advance: { PT1H: '1 小时', P1D: '1 天', P3D: '3 天', P10D: '10 天' },
  onward: '前进',
  post: '邮递',
  none: '没有运输中的包裹。',
  noneHint: '卖家发货后，您可以在这里送达包裹。',
  order: '订单',
  parcel: '寄给买家',
  return: '退回卖家',
  deliver: '送达',
  moved: '时钟已调整。',
  delivered: '已送达。Danbao 会通知双方。',
  away: 'Danbao 暂时没有响应。未执行任何操作，请稍后再试。',
  refused: 'Danbao 拒绝了此操作：情况已发生变化。',
}

export const PANEL_WORDS: InEachLanguage<PanelWords> = { en, ru, zh }
