import type { InEachLanguage } from '../page/language.ts'

const en = {
  title: 'Catalogue',
  hello: 'Small things, made by hand',
  lead: 'Three workshops, one cart. You pay when you order, and the maker is paid when it has arrived.',
  all: 'Everything',
  shops: 'Workshops',
  goods: 'Goods',
  by: 'from',
  quantity: 'Quantity',
  add: 'Add to cart',
  nothing: 'There is nothing here yet.',
  safeTitle: 'Bought without risk',
  safe: [
    'You pay with Danbao, and Danbao holds the money.',
    'The maker sees that it is there, and sends the parcel.',
    'It has arrived and all is well: only then the maker is paid. If not, you get it back.',
  ],
  more: 'More from this workshop',
}
export type ShopWords = typeof en

const ru: ShopWords = {
  title: 'Каталог',
  hello: 'Небольшие вещи ручной работы',
  lead: 'Три мастерские, одна корзина. Вы платите при заказе, а мастер получает деньги, когда вещь у вас.',
  all: 'Всё',
  shops: 'Мастерские',
  goods: 'Товары',
  by: 'от',
  quantity: 'Количество',
  add: 'В корзину',
  nothing: 'Здесь пока ничего нет.',
  safeTitle: 'Покупка без риска',
  safe: [
    'Вы платите через Danbao, и Danbao хранит деньги.',
    'Мастер видит, что деньги на месте, и отправляет посылку.',
    'Посылка пришла и всё в порядке — только тогда мастер получает деньги. Если нет, они вернутся к вам.',
  ],
  more: 'Ещё из этой мастерской',
}

const zh: ShopWords = {
  title: '全部商品',
  hello: '手工好物，小而美',
  lead: '三家工坊，一个购物车。下单时付款，货到之后工坊才收到款项。',
  all: '全部',
  shops: '工坊',
  goods: '商品',
  by: '来自',
  quantity: '数量',
  add: '加入购物车',
  nothing: '这里暂时没有商品。',
  safeTitle: '安心购买',
  safe: [
    '您通过 Danbao 付款，款项由 Danbao 保管。',
    '工坊确认款项已到位，随即发货。',
    '收到商品且一切无误，工坊才会收到款项；否则款项退还给您。',
  ],
  more: '该工坊的其他商品',
}

export const SHOP_WORDS: InEachLanguage<ShopWords> = { en, ru, zh }
