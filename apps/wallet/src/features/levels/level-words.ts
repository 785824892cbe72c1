import { words } from '@danbao/ui'

/** What each level is called, by what gives it. */
export const levelWords = words({
  email: {
    en: 'Level {level}: e-mail confirmed',
    ru: 'Уровень {level}: почта подтверждена',
    zh: '{level} 级：邮箱已确认',
  },
  card: {
    en: 'Level {level}: card verified',
    ru: 'Уровень {level}: карта подтверждена',
    zh: '{level} 级：银行卡已验证',
  },
  identity: {
    en: 'Level {level}: identity checked',
    ru: 'Уровень {level}: личность подтверждена',
    zh: '{level} 级：身份已核实',
  },
})
