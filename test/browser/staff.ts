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

export type CaseKind = 'Identity' | 'Recovery' | 'Closure'

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
