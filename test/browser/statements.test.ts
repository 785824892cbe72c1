import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buyAndShip, enterAs } from './buy.ts'
import { type Gallery, openGallery } from './gallery.ts'
import { JOURNEY } from './journey.ts'
import { look } from './look.ts'
import { openStage, type Stage } from './open-stage.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'wallet')
})
afterAll(() => stage.close())

describe('what moved', JOURNEY, () => {
  it('is looked through and saved in each format, and a receipt with it', async () => {
    const buyer = await enterAs(stage, 'buyer', 'ru')
    const seller = await enterAs(stage, 'seller')
    const sides = { buyer: buyer.page, seller: seller.page }
    const id = await buyAndShip(stage, sides, { description: 'Лампа', minor: '4990' })
    const { page } = buyer
    await page.goto(`${stage.url}/wallet/`)
    await page.getByRole('link', { name: 'Выписки' }).click()
    await page.getByRole('heading', { name: 'Выписки', level: 1 }).waitFor()
    await page.getByLabel('Счёт').selectOption('wallet.USD')
    await page.getByText('−49,90 $').or(page.getByText('-49,90 $')).first().waitFor()
    await look(page, 'statement')
    for (const [name, start] of [
      ['PDF для печати', '%PDF-'],
      ['CSV для таблиц', '\ufeffДата'],
      ['camt.053 для бухгалтерии', '<?xml'],
    ] as const) {
      const saved = page.waitForEvent('download')
      await page.getByRole('link', { name }).click()
      const download = await saved
      expect(download.suggestedFilename()).toMatch(/^danbao-wallet-usd-\d{4}.*\.(pdf|csv|xml)$/)
      expect(await readFile(await download.path(), 'utf8')).toMatch(
        new RegExp(`^${start.replace('?', '\\?')}`),
      )
    }
    await page.getByLabel('За какое время').selectOption('own')
    await page.getByLabel('Последний день').fill('2020-01-01')
    await page.getByText('Последний день — не раньше первого').waitFor()
    await gallery.be(buyer.context)
    await gallery.show('statements', '/statements')
    await gallery.show('receipt', `/payments/${id}/receipt`)
    expect(gallery.findings).toEqual([])
    await page.goto(`${stage.url}/wallet/payments/${id}/receipt`)
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Сохранить PDF' }).click()
    expect((await saved).suggestedFilename()).toBe(`danbao-${id}.pdf`)
    // Sold and come to them: line by line, from the page of proceeds.
    await stage.danbao.payments.deliver(id, {})
    await stage.advance('P5D')
    const { payments } = stage.danbao
    await expect.poll(async () => (await payments.get(id)).state).toBe('released')
    await seller.page.goto(`${stage.url}/wallet/payouts`)
    await seller.page.getByRole('link', { name: 'Every movement, line by line' }).click()
    await seller.page.getByText('+US$47.40').waitFor()
    await look(seller.page, 'statement-of-proceeds')
    expect(buyer.faults).toEqual([])
  })
})
