import { defineMail, defineSms } from '../messages/index.ts'
import { securityNotice } from '../settings/index.ts'

export const CLOSURE_ASKED = securityNotice({
  en: {
    subject: 'You asked us to close your account',
    lines: [
      'Support looks whether anything is open, and a second person confirms. You hear from us within 7 days.',
      'Until then you can withdraw the request in the settings.',
    ],
    sms: 'Danbao: somebody asked to close your account. Was it not you? {recover}',
  },
  ru: {
    subject: 'Вы просите закрыть ваш аккаунт',
    lines: [
      'Поддержка проверит, не осталось ли незавершённого, и второй сотрудник подтвердит. Мы ответим в течение 7 дней.',
      'До тех пор просьбу можно отозвать в настройках.',
    ],
    sms: 'Danbao: ваш аккаунт просят закрыть. Это не вы? {recover}',
  },
  zh: {
    subject: '您申请关闭账户',
    lines: [
      '客服会检查是否有未完成的事项，并由另一名工作人员确认。我们将在 7 天内答复。',
      '在此之前，您可以在设置中撤回申请。',
    ],
    sms: 'Danbao：有人申请关闭您的账户。若非本人操作：{recover}',
  },
})

export const CLOSURE_WITHDRAWN = defineMail({
  en: {
    subject: 'Your account stays open',
    lines: ['The request to close your account was withdrawn. Nothing was changed.'],
  },
  ru: {
    subject: 'Ваш аккаунт остаётся открытым',
    lines: ['Просьба закрыть аккаунт отозвана. Ничего не изменилось.'],
  },
  zh: {
    subject: '您的账户继续保留',
    lines: ['关闭账户的申请已撤回，一切未变。'],
  },
})

export const CLOSURE_REFUSED = defineMail({
  en: {
    subject: 'Your account can not be closed yet',
    lines: ['The reason: {reason}', 'When that is settled, ask once more in the settings.'],
  },
  ru: {
    subject: 'Ваш аккаунт пока нельзя закрыть',
    lines: ['Причина: {reason}', 'Когда это будет улажено, попросите ещё раз в настройках.'],
  },
  zh: {
    subject: '您的账户暂时无法关闭',
    lines: ['原因：{reason}', '处理完毕后，请在设置中再次申请。'],
  },
})

/** The last one. */
export const ACCOUNT_CLOSED = defineMail({
  en: {
    subject: 'Your account is closed',
    lines: [
      'Your addresses, phone, passwords, questions and devices were erased. This is our last mail.',
      'The law obliges us to keep your name, the documents that proved it and your payments until {until}. Then your name and documents are erased too.',
      'You can register with this address again at any time.',
    ],
  },
  ru: {
    subject: 'Ваш аккаунт закрыт',
    lines: [
      'Ваши адреса, телефон, пароли, вопросы и устройства удалены. Это наше последнее письмо.',
      'По закону мы храним ваше имя, подтвердившие его документы и платежи до {until}. Затем имя и документы тоже будут удалены.',
      'С этим адресом можно в любое время зарегистрироваться снова.',
    ],
  },
  zh: {
    subject: '您的账户已关闭',
    lines: [
      '您的地址、邮箱、手机号码、密码、安全问题和设备记录均已删除。这是我们的最后一封邮件。',
      '依照法律，您的姓名、用于核实身份的证件和付款记录将保存至 {until}，届时姓名和证件也会删除。',
      '您随时可以用此邮箱重新注册。',
    ],
  },
})

export const ACCOUNT_CLOSED_SMS = defineSms({
  en: 'Danbao: your account is closed. The mail says what was erased.',
  ru: 'Danbao: ваш аккаунт закрыт. Что удалено, сказано в письме.',
  zh: 'Danbao：您的账户已关闭，已删除的内容请见邮件。',
})
