import { accept, formatInstant } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import type { WalletPart } from '../base/handling.ts'
import { makeCaptcha } from './captcha.ts'

export function createCaptchaHandlers(deps: PeopleDeps): WalletPart<'getCaptcha'> {
  return {
    async getCaptcha(_who, { query: { purpose } }) {
      const made = await makeCaptcha(deps, { purpose, now: await deps.now() })
      const { expiresAt, ...challenge } = made
      return accept({
        body: { object: 'captcha', ...challenge, expires_at: formatInstant(expiresAt) },
      })
    },
  }
}
