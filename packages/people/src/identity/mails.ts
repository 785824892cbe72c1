import { defineMail } from '../messages/index.ts'

/** Values: `payment` and `year`, the limits of level 2; `link`. */
export const APPROVED = defineMail({
  en: {
    subject: 'Your identity is confirmed',
    lines: [
      'We have checked your document. Your account is at level 2 now: up to {payment} a payment and {year} a year.',
      { button: 'See your limits', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Ваша личность подтверждена',
    lines: [
      'Мы проверили ваш документ. У вашего аккаунта теперь уровень 2: до {payment} за платёж и до {year} в год.',
      { button: 'Посмотреть лимиты', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的身份已确认',
    lines: [
      '我们已核实您的证件。您的账户现为 2 级：单笔最高 {payment}，每年最高 {year}。',
      { button: '查看额度', href: '{link}' },
    ],
  },
})

const REASON = {
  en: `{reason, select,
    unreadable {The pictures can not be read well enough.}
    not_genuine {We could not make sure that the document is genuine.}
    wrong_document {It is another document than the one you chose.}
    expired {The document has expired.}
    under_age {You have to be 18 years old.}
    name_mismatch {The name on the document is not the one in your profile.}
    data_mismatch {The data you confirmed are not those on the document.}
    selfie_mismatch {The picture of you and the one on the document do not match.}
    other {The check could not be completed.}}`,
  ru: `{reason, select,
    unreadable {Изображения недостаточно разборчивы.}
    not_genuine {Мы не смогли убедиться, что документ подлинный.}
    wrong_document {Это не тот документ, который вы выбрали.}
    expired {Срок действия документа истёк.}
    under_age {Вам должно быть 18 лет.}
    name_mismatch {Имя в документе не совпадает с именем в профиле.}
    data_mismatch {Подтверждённые вами данные не совпадают с документом.}
    selfie_mismatch {Ваша фотография и фотография в документе не совпадают.}
    other {Проверку не удалось завершить.}}`,
  zh: `{reason, select,
    unreadable {图片不够清晰，无法辨认。}
    not_genuine {我们无法确认证件的真实性。}
    wrong_document {这不是您所选的证件。}
    expired {证件已过期。}
    under_age {您必须年满 18 岁。}
    name_mismatch {证件上的姓名与您资料中的姓名不一致。}
    data_mismatch {您确认的信息与证件不一致。}
    selfie_mismatch {您的照片与证件照片不一致。}
    other {审核未能完成。}}`,
} as const

export const REFUSED = defineMail({
  en: {
    subject: 'Your identity check was not accepted',
    lines: [
      `${REASON.en} {words}`,
      'Your account works as before, at the level it had. You can try again at any time, with the same document or another one.',
      { button: 'Try again', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Проверка личности не пройдена',
    lines: [
      `${REASON.ru} {words}`,
      'Аккаунт работает как прежде, на прежнем уровне. Вы можете повторить проверку в любое время, с тем же документом или с другим.',
      { button: 'Повторить', href: '{link}' },
    ],
  },
  zh: {
    subject: '身份审核未通过',
    lines: [
      `${REASON.zh} {words}`,
      '您的账户照常使用，等级不变。您可以随时用同一证件或其他证件再次提交。',
      { button: '重新提交', href: '{link}' },
    ],
  },
})

export const MORE_NEEDED = defineMail({
  en: {
    subject: 'We need another picture',
    lines: [
      'Your identity check is almost done.',
      `${REASON.en} {words}`,
      'Please send again what is marked. The rest stays as it is.',
      { button: 'Send the picture', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Нужно ещё одно изображение',
    lines: [
      'Проверка личности почти завершена.',
      `${REASON.ru} {words}`,
      'Пожалуйста, отправьте отмеченное ещё раз. Остальное остаётся как есть.',
      { button: 'Отправить', href: '{link}' },
    ],
  },
  zh: {
    subject: '请补充图片',
    lines: [
      '您的身份审核即将完成。',
      `${REASON.zh} {words}`,
      '请重新上传标出的图片，其余部分保持不变。',
      { button: '上传图片', href: '{link}' },
    ],
  },
})

export const EXPIRES_SOON = defineMail({
  en: {
    subject: 'Your document expires in {days, plural, one {# day} other {# days}}',
    lines: [
      'The document with which you proved your identity is good until {until}.',
      'Send a new one before that, and your limits stay as they are.',
      { button: 'Renew', href: '{link}' },
    ],
  },
  ru: {
    subject:
      'Ваш документ истекает через {days, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    lines: [
      'Документ, которым вы подтвердили личность, действует до {until}.',
      'Отправьте новый до этого дня, и ваши лимиты останутся прежними.',
      { button: 'Обновить', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的证件将在 {days} 天后到期',
    lines: [
      '您用于确认身份的证件有效期至 {until}。',
      '请在此之前提交新证件，您的额度将保持不变。',
      { button: '更新证件', href: '{link}' },
    ],
  },
})

export const EXPIRED = defineMail({
  en: {
    subject: 'Your document has expired',
    lines: [
      'The document with which you proved your identity is no longer good, so your account is at level {level} again, with its lower limits. Payments under way are not touched.',
      'Send a new document to go back to level 2.',
      { button: 'Renew', href: '{link}' },
    ],
  },
  ru: {
    subject: 'Срок действия вашего документа истёк',
    lines: [
      'Документ, которым вы подтвердили личность, больше не действует, поэтому у аккаунта снова уровень {level} с меньшими лимитами. Начатые платежи это не затрагивает.',
      'Отправьте новый документ, чтобы вернуть уровень 2.',
      { button: 'Обновить', href: '{link}' },
    ],
  },
  zh: {
    subject: '您的证件已过期',
    lines: [
      '您用于确认身份的证件已失效，账户恢复为 {level} 级，额度相应降低。进行中的付款不受影响。',
      '提交新证件即可恢复 2 级。',
      { button: '更新证件', href: '{link}' },
    ],
  },
})
