import { words } from '@danbao/ui'

/** The form in which the person confirms what stands on the document. */
export const confirmWords = words({
  title: { en: 'Is this right?', ru: 'Всё верно?', zh: '信息是否正确？' },
  read: {
    en: 'We read this from your document. Compare it letter by letter and correct what is wrong.',
    ru: 'Это мы прочитали в вашем документе. Сверьте по буквам и исправьте неточности.',
    zh: '以下信息识别自您的证件。请逐字核对，有误请更正。',
  },
  unreadable: {
    en: 'We could not read the document, which happens. Type what stands on it, or replace the picture by a sharper one.',
    ru: 'Документ прочитать не удалось — так бывает. Введите данные сами или замените снимок на более чёткий.',
    zh: '未能识别证件，这种情况时有发生。请手动填写，或更换更清晰的图片。',
  },
  nothing_to_read: {
    en: 'This document has no lines for machines. Type what stands on it.',
    ru: 'На этом документе нет машиночитаемых строк. Введите данные сами.',
    zh: '此证件没有机读区，请手动填写。',
  },
  picture: { en: 'Your picture of the document', ru: 'Ваш снимок документа', zh: '您的证件图片' },
  family_name: { en: 'Family name', ru: 'Фамилия', zh: '姓' },
  given_name: { en: 'Given names', ru: 'Имя и отчество', zh: '名' },
  name_hint: {
    en: 'In the letters of the document. Leave it empty if it shows none.',
    ru: 'Так, как в документе. Если имени в нём нет, оставьте пустым.',
    zh: '请按证件所示填写；若无此项可留空。',
  },
  birth_date: { en: 'Date of birth', ru: 'Дата рождения', zh: '出生日期' },
  nationality: { en: 'Nationality', ru: 'Гражданство', zh: '国籍' },
  no_nationality: {
    en: 'Not on this document',
    ru: 'В документе не указано',
    zh: '证件上未注明',
  },
  issuing_country: { en: 'Issued by', ru: 'Кем выдан (страна)', zh: '签发国' },
  document_number: { en: 'Number of the document', ru: 'Номер документа', zh: '证件号码' },
  expires_on: { en: 'Good until', ru: 'Действует до', zh: '有效期至' },
  unlimited: {
    en: 'It has no date of expiry',
    ru: 'Срок действия не ограничен',
    zh: '证件长期有效',
  },
  submit: { en: 'Send to our staff', ru: 'Отправить на проверку', zh: '提交审核' },
  other_picture: { en: 'Replace a picture', ru: 'Заменить снимок', zh: '更换图片' },
  needed: { en: 'This is needed.', ru: 'Это нужно заполнить.', zh: '此项必填。' },
  consent_needed: {
    en: 'Without your consent we may not look at the document.',
    ru: 'Без вашего согласия мы не вправе смотреть документ.',
    zh: '未经您同意，我们无权查看证件。',
  },
  which_right: {
    en: 'This is not what stands in the document. Say below which is right.',
    ru: 'В документе другое. Ответьте ниже, что верно.',
    zh: '与证件不一致，请在下方选择正确的一项。',
  },
  doubtful: {
    en: 'Check this one with care: the check digit does not fit what was read.',
    ru: 'Проверьте внимательно: контрольная цифра не сходится с прочитанным.',
    zh: '请仔细核对：识别结果与校验码不符。',
  },
  under_age: {
    en: 'Level 2 is for people of 18 years and more.',
    ru: 'Уровень 2 — для тех, кому исполнилось 18 лет.',
    zh: '2 级仅限年满 18 周岁者。',
  },
  birth_wrong: {
    en: 'This can not be a date of birth. Compare it with the document.',
    ru: 'Такой даты рождения быть не может. Сверьте с документом.',
    zh: '出生日期有误，请与证件核对。',
  },
  expired: {
    en: 'The document has expired. Withdraw this check and send one that is still good.',
    ru: 'Срок документа истёк. Отзовите проверку и отправьте действующий.',
    zh: '证件已过期。请撤回此次验证，并提交有效证件。',
  },
  unknown_country: {
    en: 'This is no code of a country on documents. Choose the country by its name.',
    ru: 'Такого кода страны в документах нет. Выберите страну по названию.',
    zh: '证件上不存在此国家代码，请按名称选择国家。',
  },
  test_document: {
    en: 'This is a specimen. Here only real documents count.',
    ru: 'Это образец. Здесь принимаются только настоящие документы.',
    zh: '这是样本证件，此处仅接受真实证件。',
  },
})
