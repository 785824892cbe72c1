import { useWords, words } from '@danbao/ui'

const deviceWords = words({
  on: { en: '{browser} on {system}', ru: '{browser}, {system}', zh: '{system} 上的 {browser}' },
  unknown: { en: 'Unknown device', ru: 'Неизвестное устройство', zh: '未知设备' },
})

// In this order: each browser also calls itself by the names that come after its own.
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['YaBrowser', 'Yandex'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** What a browser says about itself, in a few words; the whole of it belongs into the title. */
export function useDeviceName(): (userAgent: string) => string {
  const t = useWords(deviceWords)
  return (userAgent) => {
    const browser = BROWSERS.find(([mark]) => userAgent.includes(mark))?.[1]
    const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1]
    if (browser !== undefined && system !== undefined) return t('on', { browser, system })
    return browser ?? system ?? t('unknown')
  }
}
