import { words } from '@danbao/ui'

export const identityStateWords = words({
  collecting: { en: 'Collecting pictures', ru: 'Загрузка снимков', zh: '收集图片' },
  reading: { en: 'Being read', ru: 'Распознаётся', zh: '识别中' },
  to_confirm: { en: 'Person confirms', ru: 'Ждёт подтверждения данных', zh: '待本人确认' },
  submitted: { en: 'Submitted', ru: 'Подано', zh: '已提交' },
  more_needed: { en: 'Asked again', ru: 'Запрошено повторно', zh: '要求补充' },
  approved: { en: 'Approved', ru: 'Одобрено', zh: '已通过' },
  refused: { en: 'Refused', ru: 'Отказано', zh: '已拒绝' },
  withdrawn: { en: 'Withdrawn', ru: 'Отозвано', zh: '已撤回' },
})

export const reasonWords = words({
  unreadable: { en: 'Can not be read', ru: 'Нечитаемо', zh: '无法辨认' },
  not_genuine: { en: 'Not genuine', ru: 'Не подлинник', zh: '疑非真件' },
  wrong_document: { en: 'Another document', ru: 'Не тот документ', zh: '证件不符' },
  expired: { en: 'Expired', ru: 'Истёк срок', zh: '已过期' },
  under_age: { en: 'Under age', ru: 'Несовершеннолетний', zh: '未成年' },
  name_mismatch: { en: 'Another name', ru: 'Другое имя', zh: '姓名不符' },
  data_mismatch: { en: 'Other data', ru: 'Другие данные', zh: '信息不符' },
  selfie_mismatch: {
    en: 'Selfie shows somebody else',
    ru: 'На селфи другой человек',
    zh: '自拍与证件不符',
  },
  other: { en: 'Another reason', ru: 'Другая причина', zh: '其他原因' },
})

export const sideWords = words({
  main: { en: 'Page with the photo', ru: 'Страница с фотографией', zh: '带照片的资料页' },
  front: { en: 'Front', ru: 'Лицевая сторона', zh: '正面' },
  back: { en: 'Back', ru: 'Оборот', zh: '背面' },
  selfie: { en: 'Selfie', ru: 'Селфи', zh: '自拍' },
})

export const checkWords = words({
  format: { en: 'Machine-readable zone', ru: 'Машиночитаемая зона', zh: '机读区' },
  number_digit: {
    en: 'Check digit of the number',
    ru: 'Контрольная цифра номера',
    zh: '号码校验位',
  },
  birth_digit: {
    en: 'Check digit of the birth date',
    ru: 'Контрольная цифра даты рождения',
    zh: '出生日期校验位',
  },
  expiry_digit: {
    en: 'Check digit of the expiry',
    ru: 'Контрольная цифра срока',
    zh: '有效期校验位',
  },
  personal_digit: {
    en: 'Check digit of the personal number',
    ru: 'Контрольная цифра личного номера',
    zh: '个人号码校验位',
  },
  composite_digit: {
    en: 'Check digit of everything',
    ru: 'Общая контрольная цифра',
    zh: '总校验位',
  },
  issuing_country: { en: 'Issuing country', ru: 'Страна выдачи', zh: '签发国家' },
  nationality: { en: 'Nationality', ru: 'Гражданство', zh: '国籍' },
  birth_date: { en: 'Date of birth', ru: 'Дата рождения', zh: '出生日期' },
  age: { en: 'Of age', ru: 'Совершеннолетие', zh: '成年' },
  expiry: { en: 'Valid today', ru: 'Действует сегодня', zh: '在有效期内' },
  document_type: { en: 'Kind of document', ru: 'Вид документа', zh: '证件类型' },
  name: { en: 'Name as in the profile', ru: 'Имя как в профиле', zh: '姓名与资料一致' },
  number: { en: 'Number as in the profile', ru: 'Номер как в профиле', zh: '号码与资料一致' },
  corrected: { en: 'Typed as it was read', ru: 'Введено, как прочитано', zh: '与识别结果一致' },
})

export const detailWords = words({
  unreadable: { en: 'could not be read', ru: 'прочитать не удалось', zh: '无法识别' },
  nothing_to_read: {
    en: 'this document has none',
    ru: 'у такого документа её нет',
    zh: '此类证件没有机读区',
  },
  corrected: {
    en: 'adds up as the person corrected it',
    ru: 'сходится после исправления',
    zh: '按本人更正后的内容校验通过',
  },
  none_in_profile: {
    en: 'the profile has none',
    ru: 'в профиле не указан',
    zh: '个人资料中未填写',
  },
  wrong_digit: { en: 'does not add up', ru: 'не сходится', zh: '校验不符' },
  another_document: {
    en: 'another kind of document',
    ru: 'другой вид документа',
    zh: '另一类证件',
  },
  test_document: { en: 'a specimen (UTO)', ru: 'образец (UTO)', zh: '样本证件 (UTO)' },
  unknown_country: { en: 'no such country code', ru: 'нет такого кода страны', zh: '无此国家代码' },
  too_old: { en: 'more than 120 years ago', ru: 'больше 120 лет назад', zh: '距今超过 120 年' },
  under_age: { en: 'under 18', ru: 'младше 18 лет', zh: '未满 18 岁' },
  no_expiry: { en: 'shows no expiry', ru: 'срок не указан', zh: '未注明有效期' },
  expired: { en: 'expired', ru: 'срок истёк', zh: '已过期' },
  other_script: { en: 'written in another script', ru: 'другая письменность', zh: '文字体系不同' },
  another_name: { en: 'another name', ru: 'другое имя', zh: '姓名不同' },
  another_number: { en: 'another number', ru: 'другой номер', zh: '号码不同' },
})

export const fieldWords = words({
  family_name: { en: 'Family name', ru: 'Фамилия', zh: '姓' },
  given_name: { en: 'Given names', ru: 'Имя', zh: '名' },
  document_type: { en: 'Document', ru: 'Документ', zh: '证件' },
  document_number: { en: 'Number', ru: 'Номер', zh: '号码' },
  birth_date: { en: 'Born', ru: 'Дата рождения', zh: '出生日期' },
  issuing_country: { en: 'Country', ru: 'Страна', zh: '国家' },
  nationality: { en: 'Nationality', ru: 'Гражданство', zh: '国籍' },
  expires_on: { en: 'Valid until', ru: 'Действует до', zh: '有效期至' },
})
