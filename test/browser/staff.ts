import type { Page } from 'playwright-core'
import { type Visit, visit } from './open-browser.ts'
import type { Stage } from './open-stage.ts'

export type Role = 'support' | 'reviewer' | 'arbiter' | 'treasurer' | 'administrator'

/** A member of staff at their desk, signed in by the sandbox's button. */
export async function openConsole(stage: Stage, role: Role): Promise<Visit> {
  const desk = await visit(stage.browser, { size: 'desktop' })
  await desk.page.goto(`${stage.url}/console/`)
  await desk.page.getByRole('button', { name: `sign in as ${role}` }).click()
  await desk.page.getByRole('heading', { name: 'Queue', level: 1 }).waitFor()
  return desk
}

/** A merchant of the sandbox's market, on the page of their marketplace. */
export async function openMerchantConsole(stage: Stage): Promise<Visit> {
  const desk = await visit(stage.browser, { size: 'desktop' })
  await desk.page.goto(`${stage.url}/console/`)
  await desk.page.getByRole('button', { name: 'sign in as merchant' }).click()
  await desk.page.getByRole('heading', { name: 'Sample Market', level: 1 }).waitFor()
  return desk
}

export type CaseKind = 'Identity' | 'Recovery' | 'Closure' | 'Payment check'

/** Opens the case of somebody from the queue, and takes it. */
export async function takeCase(page: Page, kind: CaseKind, initials: string): Promise<void> {
  const cases = page.getByRole('list', { name: 'Cases' }).getByRole('link')
  await cases.filter({ hasText: kind }).filter({ hasText: initials }).click()
  await page.getByRole('button', { name: 'Take', exact: true }).click()
  await page.getByText('You work on it.').waitFor()
}

export interface Deciding {
  readonly decision: string
  readonly reason: string
}

/** Decides the open case, with a reason in words. */
export async function decide(page: Page, { decision, reason }: Deciding): Promise<void> {
  await page.getByRole('radio', { name: decision, exact: true }).check()
  await page.getByLabel('Reason').fill(reason)
  await page.getByRole('button', { name: decision, exact: true }).click()
}

/** The second person's yes to what waits for them about somebody. */
export async function approve(page: Page, about: string): Promise<void> {
  await page.getByRole('link', { name: /^Approvals/ }).click()
  await page.getByRole('heading', { name: 'Approvals', level: 1 }).waitFor()
  await page.getByRole('link').filter({ hasText: about }).filter({ hasText: 'Asked by' }).click()
  await page.getByRole('radio', { name: 'Approve', exact: true }).check()
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await page.getByText('Approved. It is done.').waitFor()
}

/** Opens the page of the person who has this address. */
export async function findPerson(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await page.getByRole('searchbox').fill(email)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link').filter({ hasText: email }).click()
  await page.waitForURL(/\/people\/acc/)
}

/** Invites somebody to support. */
export async function invite(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Staff', exact: true }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('Olga Petrova')
  await dialog.getByLabel('E-mail address').fill(email)
  await dialog.getByRole('checkbox', { name: /^Support/ }).check()
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByText('The invitation is on its way.').waitFor()
  await page.getByRole('cell', { name: email }).waitFor()
}

export const STAFF_PASSWORD = 'eleven patient cranes'

/** Sets the first password by the link of the invitation, and gives it at the sign-in. */
export async function acceptInvitation(stage: Stage, page: Page, email: string): Promise<void> {
  await page.goto(await stage.mailbox.link(email, /invited/))
  await page.getByText(`You sign in to the console as ${email}.`).waitFor()
  await page.getByLabel('New password', { exact: true }).fill(STAFF_PASSWORD)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await page.getByRole('link', { name: 'To the sign-in' }).click()
  await giveStaffPassword(page, email)
  await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
}

export async function giveStaffPassword(page: Page, email: string): Promise<void> {
  await page.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(STAFF_PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** Freezes the account whose page is open, at the wish of its owner. */
export async function freeze(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Freeze', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click()
  await dialog.getByText('Say why.').waitFor()
  await dialog.getByLabel('Cause').selectOption('owner_request')
  await dialog.getByLabel('Reason').fill(reason)
  await dialog.getByRole('button', { name: 'Freeze', exact: true }).click()
  await page.getByText('The account is frozen.').waitFor()
}
