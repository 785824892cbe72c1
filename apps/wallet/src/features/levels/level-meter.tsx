import type { LevelView } from '@danbao/contracts/wallet'
import { Meter, useMoney, useWords, words } from '@danbao/ui'

const meterWords = words({
  always: { en: 'Used in all', ru: 'Использовано всего', zh: '累计已用' },
  year: { en: 'Used in 365 days', ru: 'Использовано за 365 дней', zh: '365 天内已用' },
  level: { en: 'Level {level}', ru: 'Уровень {level}', zh: '{level} 级' },
  of: { en: '{used} of {all}', ru: '{used} из {all}', zh: '{used} / {all}' },
})

export interface LevelMeterProps {
  readonly level: LevelView
  /** Says which level it is, where nothing around it does. */
  readonly named?: boolean
}

/** How much of a level's limit is used. */
export function LevelMeter({ level, named = false }: LevelMeterProps) {
  const t = useWords(meterWords)
  const money = useMoney()
  const { used, in_all: all } = level
  const label = t(level.over)
  return (
    <Meter
      label={named ? `${t('level', { level: level.level })} · ${label}` : label}
      used={BigInt(used.value)}
      of={BigInt(all.value)}
      text={t('of', { used: money(used), all: money(all) })}
    />
  )
}
