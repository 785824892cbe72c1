const WORDS = {
  en: {
    lang: 'en',
    title: 'Mailbox',
    tagline: 'Every mail and SMS of the sandbox ends here. Nothing leaves this machine.',
    search: 'Search',
    searchHint: 'Address, subject or text',
    everybody: 'Everybody',
    empty: 'Nothing has arrived yet.',
    emptyHint: 'This page shows a message as soon as it is sent.',
    nothingFound: 'Nothing matches.',
    back: 'All messages',
    from: 'From',
    to: 'To',
    arrived: 'Arrived',
    asMail: 'As seen',
    asText: 'Text',
    noSubject: '(no subject)',
    gone: 'This message is no longer here.',
    goneHint: 'The sandbox keeps the newest 500, and forgets all of them when it stops.',
    live: 'Live',
    offline: 'Not connected. Trying again …',
    mail: 'Mail',
    sms: 'SMS',
    sections: 'Parts of the sandbox',
    mailSection: 'Mail and SMS',
    cardsSection: 'Cards',
    statementSection: 'Statement',
    statementTitle: 'Card statement',
    bankSection: 'Bank',
    ratesSection: 'Rates',
    remittanceSection: 'Money transfer',
    boletoSection: 'Boleto',
    webMoneySection: 'WebMoney',
  },
  ru: {
    lang: 'ru',
    title: 'Почтовый ящик',
    tagline: 'Сюда приходят все письма и SMS песочницы. Наружу не уходит ничего.',
    search: 'Найти',
    searchHint: 'Адрес, тема или текст',
    everybody: 'Все',
    empty: 'Пока ничего не пришло.',
    emptyHint: 'Сообщение появится здесь, как только его отправят.',
    nothingFound: 'Ничего не найдено.',
    back: 'Все сообщения',
    from: 'От',
    to: 'Кому',
    arrived: 'Получено',
    asMail: 'Как видно',
    asText: 'Текст',
    noSubject: '(без темы)',
    gone: 'Этого сообщения здесь больше нет.',
    goneHint: 'Песочница хранит 500 последних сообщений, а при остановке забывает все.',
    live: 'На связи',
    offline: 'Нет связи. Пробуем снова …',
    mail: 'Письмо',
    sms: 'SMS',
    sections: 'Части песочницы',
    mailSection: 'Почта и SMS',
    cardsSection: 'Карты',
    statementSection: 'Выписка',
    statementTitle: 'Выписка по карте',
    bankSection: 'Банк',
    ratesSection: 'Курсы',
    remittanceSection: 'Денежный перевод',
    boletoSection: 'Boleto',
    webMoneySection: 'WebMoney',
  },
  zh: {
    lang: 'zh-Hans',
    title: '收件箱',
    tagline: '沙盒发出的邮件和短信都会到这里，不会离开这台电脑。',
    search: '搜索',
    searchHint: '地址、主题或内容',
    everybody: '所有人',
    empty: '还没有收到任何消息。',
    emptyHint: '消息一发出，就会立即显示在这里。',
    nothingFound: '没有匹配的消息。',
    back: '全部消息',
    from: '发件人',
    to: '收件人',
    arrived: '收到时间',
    asMail: '显示效果',
    asText: '纯文本',
    noSubject: '（无主题）',
    gone: '这条消息已不在这里。',
    goneHint: '沙盒只保留最新的 500 条消息，停止后全部清除。',
    live: '实时更新中',
    offline: '连接已断开，正在重试…',
    mail: '邮件',
    sms: '短信',
    sections: '沙盒的各部分',
    mailSection: '邮件和短信',
    cardsSection: '银行卡',
    statementSection: '账单',
    statementTitle: '银行卡账单',
    bankSection: '银行',
    ratesSection: '汇率',
    remittanceSection: '汇款',
    boletoSection: 'Boleto',
    webMoneySection: 'WebMoney',
  },
} as const

export type Words = Readonly<Record<keyof (typeof WORDS)['en'], string>>
export type Language = keyof typeof WORDS

/** The first of the browser's languages (`Accept-Language`, by weight) that we speak. */
export function languageFor(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', weight = 'q=1'] = entry.split(';').map((part) => part.trim())
      return { language: tag.toLowerCase().split('-')[0], weight: Number(weight.slice(2)) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of wanted) {
    if (language === 'en' || language === 'ru' || language === 'zh') return language
  }
  return 'en'
}

export function wordsIn(language: Language): Words {
  return WORDS[language]
}

export function wordsFor(acceptLanguage: string | undefined): Words {
  return wordsIn(languageFor(acceptLanguage))
}
