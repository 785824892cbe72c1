import { readBrowser } from '@danbao/contracts'

/** What somebody may call the device that they hold; a proposal, nothing rests on it. */
export function deviceName(): string {
  return readBrowser(navigator.userAgent).system ?? ''
}
