import { words } from '@danbao/ui'

/** How long ago, in whole days. */
export const ageWords = words({
  'age_0-2': { en: 'Up to 2 days', ru: 'До 2 дней', zh: '2 天以内' },
  'age_3-7': { en: '3–7 days', ru: '3–7 дней', zh: '3–7 天' },
  'age_8-14': { en: '8–14 days', ru: '8–14 дней', zh: '8–14 天' },
  'age_15-30': { en: '15–30 days', ru: '15–30 дней', zh: '15–30 天' },
  age_31: { en: 'More than 30 days', ru: 'Больше 30 дней', zh: '超过 30 天' },
})

/** How much time staff have left. */
export const leftWords = words({
  'left_0-2': { en: 'Under 2 hours left', ru: 'Осталось меньше 2 часов', zh: '剩余不足 2 小时' },
  'left_2-6': { en: '2–6 hours left', ru: 'Осталось 2–6 часов', zh: '剩余 2–6 小时' },
  'left_6-12': { en: '6–12 hours left', ru: 'Осталось 6–12 часов', zh: '剩余 6–12 小时' },
  left_12: {
    en: '12 hours or more left',
    ru: 'Осталось 12 часов и больше',
    zh: '剩余 12 小时以上',
  },
})

/** How the check of a payment ended. */
export const verdictWords = words({
  cleared: { en: 'Passed by the rules', ru: 'Пропущен правилами', zh: '规则自动放行' },
  approved: { en: 'Approved by staff', ru: 'Пропущен сотрудником', zh: '人工放行' },
  refused: { en: 'Refused by staff', ru: 'Отклонён сотрудником', zh: '人工拒绝' },
  cancelled: { en: 'Cancelled meanwhile', ru: 'Отменён за это время', zh: '核查期间已取消' },
  timed_out: { en: 'Nobody looked in time', ru: 'Никто не успел проверить', zh: '超时未核查' },
})
