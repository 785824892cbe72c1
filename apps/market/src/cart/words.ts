import { type InEachLanguage, plural } from '../page/language.ts'

const en = {
  title: 'Cart',
  empty: 'Your cart is empty.',
  look: 'Look at the catalogue',
  quantity: 'Quantity',
  change: 'Change',
  remove: 'Remove',
  ofWhat: (title: string) => `of ${title}`,
  parcelFrom: 'Parcel from',
  total: 'Total',
  items: (count: number) => plural('en', count, { one: '# thing', other: '# things' }),
  pay: (total: string) => `Pay ${total} with Danbao`,
  payHint:
    'You go on to Danbao, sign in there and pay once for all parcels. Danbao holds the money of each parcel until that parcel has arrived.',
  awayTitle: 'Danbao does not answer',
  away: 'Nothing was charged, and your cart is kept. Please try again in a moment.',
  refusedTitle: 'This order can not be paid',
  refused: 'Danbao refused it. Nothing was charged, and your cart is kept. Change it, or ask us.',
  again: 'Try again',
  toCart: 'To the cart',
}
export type CartWords = typeof en

const ru: CartWords = {
  title: 'Корзина',
  empty: 'В корзине пусто.',
  look: 'Посмотреть каталог',
  quantity: 'Количество',
  change: 'Изменить',
  remove: 'Убрать',
  ofWhat: (title: string) => `— ${title}`,
  parcelFrom: 'Посылка от',
  total: 'Итого',
  items: (count: number) =>
    plural('ru', count, { one: '# вещь', few: '# вещи', many: '# вещей', other: '# вещи' }),
  pay: (total: string) => `Оплатить ${total} через Danbao`,
  payHint:
    'Вы перейдёте в Danbao, войдёте и оплатите все посылки разом. Деньги за каждую посылку Danbao хранит, пока она не придёт.',
  awayTitle: 'Danbao не отвечает',
  away: 'Деньги не списаны, корзина сохранена. Попробуйте ещё раз через минуту.',
  refusedTitle: 'Этот заказ нельзя оплатить',
  refused:
    'Danbao его не принял. Деньги не списаны, корзина сохранена. Измените её или напишите нам.',
  again: 'Попробовать ещё раз',
  toCart: 'В корзину',
}

const zh: CartWords = {
  title: '购物车',
  empty: '购物车是空的。',
  look: '去看看商品',
  quantity: '数量',
  change: '更新',
  remove: '移除',
  ofWhat: (title: string) => `：${title}`,
  parcelFrom: '包裹来自',
  total: '合计',
  items: (count: number) => plural('zh', count, { other: '# 件' }),
  pay: (total: string) => `通过 Danbao 支付 ${total}`,
  payHint: '您将前往 Danbao 登录，一次付清所有包裹。每个包裹送达之前，款项均由 Danbao 保管。',
  awayTitle: 'Danbao 暂时没有响应',
  away: '没有扣款，购物车已保留。请稍后再试。',
  refusedTitle: '此订单无法支付',
  refused: 'Danbao 拒绝了此订单。没有扣款，购物车已保留。请修改后重试，或联系我们。',
  again: '再试一次',
  toCart: '返回购物车',
}

export const CART_WORDS: InEachLanguage<CartWords> = { en, ru, zh }
