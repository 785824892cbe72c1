import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JOURNEY } from './journey.ts'
import { askToClose } from './close-account.ts'
import { visit } from './open-browser.ts'
import { openStage, type Stage } from './open-stage.ts'
import { newcomer, register, signIn } from './register.ts'
import { approve, decide, findPerson, freeze, openConsole, takeCase } from './staff.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

describe('closing an account', JOURNEY, () => {
  it('takes two of staff, and frees the address', async () => {
    const who = newcomer({ givenName: 'Ida', familyName: 'Jung' })
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    const first = await stage.mailbox.link(who.email, /confirm/i)
    await page.goto(`${stage.url}/wallet/settings/close`)
    await page.getByText('Nothing stands in the way').waitFor()
    await page.getByRole('button', { name: 'Close my account' }).click()
    await page.getByText('Tick this if you are sure.').waitFor()
    await askToClose(stage, page, who)
    await stage.mailbox.mail(who.email, /asked us to close/)

    const support = await openConsole(stage, 'support')
    await takeCase(support.page, 'Closure', 'IJ')
    await decide(support.page, { decision: 'Prepare the closure', reason: 'No money is left.' })
    await support.page.getByText('so somebody else has to approve it').waitFor()
    await page.reload()
    await page.getByText('A second person confirms (now)').waitFor()

    const treasurer = await openConsole(stage, 'treasurer')
    await approve(treasurer.page, 'Ida Jung')
    await stage.mailbox.mail(who.email, /account is closed/)
    await page.goto(`${stage.url}/wallet/settings`)
    await page.waitForURL(/sign-in/)
    await signIn(stage, page, who)
    await page.getByText('do not match').waitFor()

    await page.goto(`${stage.url}/wallet/register`)
    await page.getByLabel('E-mail address').fill(who.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    const link = (): Promise<string> => stage.mailbox.link(who.email, /confirm/i)
    await expect.poll(link, { timeout: 30_000 }).not.toBe(first)
    await page.goto(await link())
    await page.getByText('Step 1 of 6').waitFor()
    expect([...faults, ...support.faults, ...treasurer.faults]).toEqual([])
  })

  it('waits until nothing stands in the way', async () => {
    const who = newcomer({ givenName: 'Lena', familyName: 'Moos' })
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    const support = await openConsole(stage, 'support')
    await findPerson(support.page, who.email)
    await freeze(support.page, 'A lost phone')
    await page.goto(`${stage.url}/wallet/settings/close`)
    await page.getByRole('heading', { name: 'What stands in the way' }).waitFor()
    await page.getByText('Our staff are looking into it.').waitFor()
    expect(await page.getByText('Nothing stands in the way').count()).toBe(0)
    await askToClose(stage, page, who)

    await support.page.getByRole('link', { name: /^Queue/ }).click()
    await support.page.reload()
    await takeCase(support.page, 'Closure', 'LM')
    await support.page.getByText('Something stands in the way.').waitFor()
    const decisions = support.page.getByRole('radio')
    await decisions.first().waitFor()
    expect(await decisions.count()).toBe(1)
    await decide(support.page, { decision: 'Refuse', reason: 'The account is frozen.' })
    await support.page.getByText('The request stands at “Refused”.').waitFor()
    await page.reload()
    await page.getByText('The reason: The account is frozen.').waitFor()
    expect([...faults, ...support.faults]).toEqual([])
  })

  it('is undone by its owner while staff have not closed it', async () => {
    const who = newcomer({ givenName: 'Karl', familyName: 'Lang' })
    const { page, faults } = await visit(stage.browser)
    await register(stage, page, who)
    await askToClose(stage, page, who)
    await page.getByRole('button', { name: 'Withdraw the request' }).click()
    await page.getByRole('heading', { name: 'Ask to close it' }).waitFor()
    await stage.mailbox.mail(who.email, /account stays open/)
    const support = await openConsole(stage, 'support')
    await support.page.getByText('Nothing waits').waitFor()
    expect([...faults, ...support.faults]).toEqual([])
  })
})
