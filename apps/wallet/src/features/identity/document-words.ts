import { words } from '@danbao/ui'

/** Documents, their pages, and why staff said no. */
export const documentWords = words({
  passport: { en: 'Passport', ru: 'Паспорт', zh: '护照' },
  identity_card: { en: 'National identity card', ru: 'Удостоверение личности', zh: '身份证' },
  residence_permit: { en: 'Residence permit', ru: 'Вид на жительство', zh: '居留许可' },
  driving_licence: { en: 'Driving licence', ru: 'Водительское удостоверение', zh: '驾驶证' },
})

export const documentTexts = words({
  passport: {
    en: 'One picture: the page with your photo',
    ru: 'Один снимок: страница с фотографией',
    zh: '一张图片：带照片的资料页',
  },
  identity_card: {
    en: 'Two pictures: front and back',
    ru: 'Два снимка: лицевая и обратная стороны',
    zh: '两张图片：正面和背面',
  },
  residence_permit: {
    en: 'Two pictures: front and back',
    ru: 'Два снимка: лицевая и обратная стороны',
    zh: '两张图片：正面和背面',
  },
  driving_licence: {
    en: 'Two pictures; you type the data yourself',
    ru: 'Два снимка; данные вводите сами',
    zh: '两张图片，信息需手动填写',
  },
})

export const sideWords = words({
  main: { en: 'Page with your photo', ru: 'Страница с фотографией', zh: '带照片的资料页' },
  front: { en: 'Front side', ru: 'Лицевая сторона', zh: '证件正面' },
  back: { en: 'Back side', ru: 'Обратная сторона', zh: '证件背面' },
  selfie: { en: 'Selfie (optional)', ru: 'Селфи (по желанию)', zh: '自拍照（可选）' },
  selfie_asked: { en: 'Selfie', ru: 'Селфи', zh: '自拍照' },
})

export const reasonWords = words({
  unreadable: {
    en: 'The pictures could not be read. Take them again in good light, sharp and without glare.',
    ru: 'Снимки не удалось прочитать. Снимите ещё раз: при хорошем свете, резко и без бликов.',
    zh: '图片无法辨认。请在光线充足处重新拍摄，保证清晰、无反光。',
  },
  not_genuine: {
    en: 'The document did not pass as genuine. Photograph the original, no copy and no screen.',
    ru: 'Документ не признан подлинным. Снимите оригинал, а не копию или экран.',
    zh: '证件未能通过真伪核验。请拍摄原件，勿拍复印件或屏幕。',
  },
  wrong_document: {
    en: 'The pictures show another document than the one that you chose.',
    ru: 'На снимках не тот документ, который вы выбрали.',
    zh: '图片中的证件与您选择的类型不符。',
  },
  expired: {
    en: 'The document has expired. Send one that is still good.',
    ru: 'Срок документа истёк. Пришлите действующий.',
    zh: '证件已过期。请提交有效证件。',
  },
  under_age: {
    en: 'Level 2 is for people of 18 years and more.',
    ru: 'Уровень 2 — для тех, кому исполнилось 18 лет.',
    zh: '2 级仅限年满 18 周岁者。',
  },
  name_mismatch: {
    en: 'The name on the document is not that of your profile. Correct the profile or send the right document.',
    ru: 'Имя в документе не совпадает с профилем. Исправьте профиль или пришлите нужный документ.',
    zh: '证件姓名与您的资料不一致。请更正个人资料或提交正确的证件。',
  },
  data_mismatch: {
    en: 'The data that you confirmed do not match the pictures. Compare each field with the document.',
    ru: 'Подтверждённые данные не совпадают со снимками. Сверьте каждое поле с документом.',
    zh: '您确认的信息与图片不符。请逐项与证件核对。',
  },
  selfie_mismatch: {
    en: 'The selfie does not show the person of the document. Take a new one, or leave it out.',
    ru: 'На селфи не тот человек, что в документе. Сделайте новое или обойдитесь без него.',
    zh: '自拍照与证件上的人不符。请重新拍摄，或不提交自拍。',
  },
  other: {
    en: 'See what our staff write.',
    ru: 'Посмотрите, что написали сотрудники.',
    zh: '请查看工作人员的说明。',
  },
})
