import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './gallery.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import {
  answerQuestions,
  beginRegistration,
  choosePassword,
  choosePaymentPassword,
  confirmPhone,
  fillProfile,
  newcomer,
  openWallet,
} from './register.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'wallet')
}, 90_000)
afterAll(() => stage.close())

const OUTSIDE = [
  ['sign-in', '/sign-in'],
  ['sign-in-second', '/sign-in/second-factor'],
  ['sign-in-marketplace-bad', '/sign-in/marketplace?state=x&code=y'],
  ['register', '/register'],
  ['register-mail-none', '/register/mail'],
  ['register-bad-link', '/register/confirm?token=wrong'],
  ['recover', '/recover'],
  ['recover-password', '/recover/password'],
  ['recover-password-bad-link', '/recover/password?token=wrong'],
  ['recover-document', '/recover/document'],
  ['recover-document-bad-link', '/recover/document?token=wrong'],
  ['recover-status', '/recover/status'],
  ['recover-secrets-bad-link', '/recover/secrets?token=wrong'],
  ['recover-email', '/recover/email'],
  ['recover-email-confirm-bad', '/recover/email/confirm?token=wrong'],
  ['recover-email-stop-bad', '/recover/email/stop?token=wrong'],
  ['email-confirm-bad', '/email/confirm?token=wrong'],
  ['email-undo-bad', '/email/undo?token=wrong'],
  ['nothing', '/there-is-nothing-here'],
] as const

const INSIDE = [
  ['welcome', '/welcome'],
  ['home', '/'],
  ['levels', '/levels'],
  ['identity', '/identity'],
  ['settings', '/settings'],
  ['profile', '/settings/profile'],
  ['email', '/settings/email'],
  ['phone', '/settings/phone'],
  ['password', '/settings/password'],
  ['payment-password', '/settings/payment-password'],
  ['questions', '/settings/questions'],
  ['notices', '/settings/notices'],
  ['history', '/settings/history'],
  ['data', '/settings/data'],
  ['two-factor', '/settings/two-factor'],
  ['passkeys', '/settings/passkeys'],
  ['sessions', '/settings/sessions'],
  ['marketplaces', '/settings/marketplaces'],
  ['close', '/settings/close'],
  ['recover-payment-password', '/recover/payment-password'],
] as const

describe('every screen of the wallet, in each language and size', { timeout: 900_000 }, () => {
  it('of somebody who is not signed in', async () => {
    for (const [name, path] of OUTSIDE) await gallery.show(name, path)
    expect(gallery.findings).toEqual([])
  })

  it('from the steps of the registration to the settings', async () => {
    const who = newcomer()
    const { page, context } = await visit(stage.browser)
    const show = async (name: string): Promise<void> => {
      await gallery.be(context)
      await gallery.show(name, '/register/steps')
    }
    await beginRegistration(stage, page, who)
    await show('step-1-profile')
    await fillProfile(page, who)
    await show('step-2-phone')
    await confirmPhone(stage, page, who)
    await show('step-3-password')
    await choosePassword(page, who)
    await show('step-4-payment-password')
    await choosePaymentPassword(page, who)
    await show('step-5-questions')
    await answerQuestions(page)
    await show('step-6-consent')
    await openWallet(page)
    await gallery.be(context)
    for (const [name, path] of INSIDE) await gallery.show(name, path)
    await gallery.close()
    expect(gallery.findings).toEqual([])
  })
})
