import { words } from '@danbao/ui'

/** What each rule is about, in two or three words. */
export const ruleNames = words({
  known_seller: { en: 'Known seller', ru: 'Знакомый продавец', zh: '熟悉的卖家' },
  proven_buyer: { en: 'Proven buyer', ru: 'Проверенный покупатель', zh: '信誉良好的买家' },
  large_amount: { en: 'Large amount', ru: 'Крупная сумма', zh: '金额较大' },
  young_account: { en: 'Young account', ru: 'Новый аккаунт', zh: '新账户' },
  many_payments: { en: 'Many payments', ru: 'Частые платежи', zh: '付款频繁' },
  much_spent: { en: 'Much in a day', ru: 'Большие траты за сутки', zh: '单日支出较多' },
  disputes_lost: { en: 'Lost disputes', ru: 'Проигранные споры', zh: '争议败诉' },
  disputes_opened: { en: 'Many disputes', ru: 'Частые споры', zh: '争议较多' },
  first_to_seller: { en: 'New seller', ru: 'Новый продавец', zh: '首次向该卖家付款' },
  new_device: { en: 'New device', ru: 'Новое устройство', zh: '新设备' },
  shipped_abroad: { en: 'Shipped abroad', ru: 'Доставка в другую страну', zh: '寄往国外' },
  card_abroad: { en: 'Foreign card', ru: 'Карта другой страны', zh: '外国银行卡' },
  disputed_seller: { en: 'Disputed seller', ru: 'Спорный продавец', zh: '卖家争议较多' },
})

/** What each rule saw. */
export const ruleWords = words({
  known_seller: {
    en: 'A small sum, to sellers whom this buyer has paid and confirmed before.',
    ru: 'Небольшая сумма продавцам, чьи товары этот покупатель уже оплачивал и подтверждал.',
    zh: '金额较小，且买家以前向这些卖家付款并确认过收货。',
  },
  proven_buyer: {
    en: '{count, plural, one {# payment} other {# payments}} released to sellers, {days, plural, one {# day} other {# days}} with us.',
    ru: '{count, plural, one {# платёж выплачен} few {# платежа выплачены} many {# платежей выплачены} other {# платежа выплачены}} продавцам, {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} с нами.',
    zh: '已有 {count} 笔付款已放款给卖家，注册 {days} 天。',
  },
  large_amount: {
    en: '{amount} at once; it counts from $100.',
    ru: '{amount} за один раз; учитывается от 100 долларов.',
    zh: '一次付款 {amount}；满 100 美元即计入。',
  },
  young_account: {
    en: '{days, plural, =0 {Opened less than a day ago} one {# day old} other {# days old}}; it counts below 7 days.',
    ru: '{days, plural, =0 {Открыт меньше суток назад} one {Открыт # день назад} few {Открыт # дня назад} many {Открыт # дней назад} other {Открыт # дня назад}}; учитывается до 7 дней.',
    zh: '{days, plural, =0 {开户不足一天} other {开户 # 天}}；不足 7 天即计入。',
  },
  many_payments: {
    en: '{count, plural, one {# payment} other {# payments}} in the 24 hours before.',
    ru: '{count, plural, one {# платёж} few {# платежа} many {# платежей} other {# платежа}} за предыдущие 24 часа.',
    zh: '此前 24 小时内有 {count} 笔付款。',
  },
  much_spent: {
    en: '{amount} in 24 hours, with this payment.',
    ru: '{amount} за 24 часа вместе с этим платежом.',
    zh: '24 小时内连同本次付款共 {amount}。',
  },
  disputes_lost: {
    en: '{count, plural, one {# dispute} other {# disputes}} in half a year ended for the seller.',
    ru: '{count, plural, one {# спор} few {# спора} many {# споров} other {# спора}} за полгода — в пользу продавца.',
    zh: '半年内有 {count} 起争议判卖家胜诉。',
  },
  disputes_opened: {
    en: '{count, plural, one {# dispute} other {# disputes}} opened in half a year.',
    ru: '{count, plural, one {Открыт # спор} few {Открыто # спора} many {Открыто # споров} other {Открыто # спора}} за полгода.',
    zh: '半年内发起 {count} 起争议。',
  },
  first_to_seller: {
    en: 'The buyer has never paid this seller before.',
    ru: 'Покупатель ещё не платил этому продавцу.',
    zh: '买家此前从未向该卖家付款。',
  },
  new_device: {
    en: 'Paid from a browser first seen less than a day ago.',
    ru: 'Оплачено из браузера, который впервые замечен меньше суток назад.',
    zh: '付款所用浏览器首次出现不足一天。',
  },
  shipped_abroad: {
    en: 'The goods go to: {other}. The buyer’s country: {country}.',
    ru: 'Товар едет сюда: {other}. Страна покупателя: {country}.',
    zh: '商品寄往{other}，买家所在地为{country}。',
  },
  card_abroad: {
    en: 'The card is of: {other}. The buyer’s country: {country}.',
    ru: 'Страна карты: {other}. Страна покупателя: {country}.',
    zh: '银行卡属于{other}，买家所在地为{country}。',
  },
  disputed_seller: {
    en: '{count} of the seller’s last {of} sales were disputed.',
    ru: 'Оспорено {count} из последних {of} продаж этого продавца.',
    zh: '卖家最近 {of} 笔销售中有 {count} 笔发生争议。',
  },
})
