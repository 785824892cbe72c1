import { words } from '@danbao/ui'

/** Why an account is frozen, as the person is told. */
export const freezeWords = words({
  suspicious_activity: { en: 'Unusual activity.', ru: 'Необычные действия.', zh: '异常活动。' },
  owner_request: {
    en: 'The owner asked for it.',
    ru: 'По просьбе владельца.',
    zh: '本人要求。',
  },
  legal_request: {
    en: 'An authority asked for it.',
    ru: 'По требованию государственного органа.',
    zh: '有关部门要求。',
  },
  terms_breach: { en: 'Against the terms.', ru: 'Нарушение условий.', zh: '违反条款。' },
})
