import { readBrowser } from '@danbao/contracts'
import { useWords, words } from '@danbao/ui'

const deviceWords = words({
  on: { en: '{browser} on {system}', ru: '{browser}, {system}', zh: '{system} 上的 {browser}' },
  unknown: { en: 'Unknown device', ru: 'Неизвестное устройство', zh: '未知设备' },
})

/** What a browser says about itself, in a few words; the whole of it belongs into the title. */
export function useDeviceName(): (userAgent: string) => string {
  const t = useWords(deviceWords)
  return (userAgent) => {
    const { browser, system } = readBrowser(userAgent)
    if (browser !== null && system !== null) return t('on', { browser, system })
    return browser ?? system ?? t('unknown')
  }
}
