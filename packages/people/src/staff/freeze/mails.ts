import { defineMail, defineSms } from '../../messages/index.ts'

export const FROZEN = {
  mail: defineMail({
    en: {
      subject: 'Your account is frozen',
      lines: [
        '{cause, select, owner_request {You asked us to freeze your account.} legal_request {We froze your account because an authority asked us to.} terms_breach {We froze your account because it was used against our terms.} other {We froze your account because we saw something unusual, to keep your money safe.}}',
        'Nothing can be spent for now. Your money stays yours, and refunds keep coming in.',
        'You can sign in as before. Our staff look into it; how long that takes we can not say yet. As soon as the account is open again you get a mail and an SMS.',
        'To ask, or to tell us something that helps, write to {support} from this address.',
      ],
    },
    ru: {
      subject: 'Ваш аккаунт заморожен',
      lines: [
        '{cause, select, owner_request {Вы попросили нас заморозить ваш аккаунт.} legal_request {Мы заморозили ваш аккаунт по требованию государственного органа.} terms_breach {Мы заморозили ваш аккаунт, потому что он использовался с нарушением условий.} other {Мы заметили необычные действия и заморозили ваш аккаунт, чтобы защитить ваши деньги.}}',
        'Пока ничего нельзя потратить. Деньги остаются вашими, возвраты продолжают поступать.',
        'Войти можно, как и раньше. Сотрудники разбираются; сколько это займёт, сказать пока нельзя. Когда аккаунт снова откроют, вы получите письмо и SMS.',
        'Есть вопрос или то, что поможет разобраться? Напишите с этого адреса на {support}.',
      ],
    },
    zh: {
      subject: '您的账户已冻结',
      lines: [
        '{cause, select, owner_request {我们已按您的要求冻结账户。} legal_request {应有关部门要求，我们冻结了您的账户。} terms_breach {由于账户的使用违反条款，我们将其冻结。} other {我们发现异常情况，为保护您的资金，已冻结您的账户。}}',
        '目前无法支出。资金仍归您所有，退款会照常入账。',
        '您仍可照常登录。工作人员正在核查，目前无法确定所需时间。账户恢复后，我们会通过邮件和短信通知您。',
        '如有疑问或可提供有用信息，请用此邮箱写信至 {support}。',
      ],
    },
  }),
  sms: defineSms({
    en: 'Danbao: your account is frozen. Nothing can be spent; refunds still come in. Details by mail.',
    ru: 'Danbao: ваш аккаунт заморожен. Тратить нельзя, возвраты поступают. Подробности в письме.',
    zh: 'Danbao：您的账户已冻结，暂不能支出，退款照常入账。详情见邮件。',
  }),
}

export const UNFROZEN = {
  mail: defineMail({
    en: {
      subject: 'Your account is open again',
      lines: ['Your account is not frozen any more. You can pay as before.'],
    },
    ru: {
      subject: 'Ваш аккаунт снова открыт',
      lines: ['Ваш аккаунт больше не заморожен. Вы снова можете платить, как и раньше.'],
    },
    zh: {
      subject: '您的账户已解冻',
      lines: ['您的账户已解除冻结，可以照常付款。'],
    },
  }),
}
