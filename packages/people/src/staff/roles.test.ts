import { STAFF_PERMISSIONS, type AppRoute } from '@danbao/contracts'
import {
  type ConsoleRoutes,
  consoleRoutes,
  OPERATOR_ROLES,
  STAFF_ROLES,
  type StaffRole,
} from '@danbao/contracts/console'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '../base/sessions.ts'
import { identify } from '../identify.ts'
import { openTestPeople, TEST_VISITOR, type TestPeople } from '../testing.ts'
import { APPROVAL_PERMISSION, CASE_PERMISSION, permissionsOf, ROLE_PERMISSIONS } from './roles.ts'
import { makeMerchant, makeStaff, type TestStaff } from './testing.ts'

type Name = keyof ConsoleRoutes
/** Who reaches each route: every one stands here, so that a new one is thought about. */
const EVERYBODY = 'support reviewer arbiter treasurer administrator'
/** What is everybody's own, a merchant's too. */
const EACH = `${EVERYBODY} merchant`
const REACHED_BY: Readonly<Record<Name, string>> = {
  getConsoleEntrance: 'anyone',
  staffSignIn: 'anyone',
  beginStaffTotp: 'anyone',
  confirmStaffTotp: 'anyone',
  giveStaffCode: 'anyone',
  lookAtStaffLink: 'anyone',
  setStaffPassword: 'anyone',
  changeStaffPassword: EACH,
  sandboxSignIn: 'anyone',
  staffSignOut: 'anyone',
  staffMe: EACH,
  listQueue: EVERYBODY,
  takeCase: EVERYBODY,
  releaseCase: EVERYBODY,
  assignCase: EVERYBODY,
  listColleagues: EVERYBODY,
  getIdentityCase: 'reviewer',
  getDocumentImage: 'reviewer',
  decideIdentity: 'reviewer',
  getRecoveryCase: 'reviewer arbiter',
  getRecoveryDocument: 'reviewer arbiter',
  decideRecovery: 'reviewer arbiter',
  getClosureCase: 'support treasurer',
  prepareClosure: 'support treasurer',
  getDisputeCase: 'arbiter treasurer',
  previewDecision: 'arbiter treasurer',
  getCaseEvidence: 'arbiter treasurer',
  decideDispute: 'arbiter treasurer',
  getPaymentCheck: 'reviewer',
  decidePaymentCheck: 'reviewer',
  listDeposits: 'support treasurer',
  getDeposit: 'support treasurer',
  wishResolution: 'support treasurer',
  getReconciliation: 'support treasurer',
  listRailFiles: 'support treasurer',
  importRailFile: 'support treasurer',
  listOpenItems: 'support treasurer',
  settleRail: 'support treasurer',
  getRailStatement: 'support treasurer',
  getExchange: 'support treasurer',
  changeExchangeTerms: 'support treasurer',
  typeRate: 'support treasurer',
  fetchRates: 'support treasurer',
  listDeskPayouts: 'support treasurer',
  getDeskPayout: 'support treasurer',
  wishPayout: 'support treasurer',
  refusePayout: 'support treasurer',
  getPayoutQueue: 'support treasurer',
  sendPayouts: 'support treasurer',
  getPayoutFile: 'support treasurer',
  listApprovals: EVERYBODY,
  getApproval: EVERYBODY,
  giveApproval: EVERYBODY,
  refuseApproval: EVERYBODY,
  findPeople: 'support treasurer',
  getPersonPage: 'support reviewer arbiter treasurer',
  listPersonPayments: 'support reviewer arbiter treasurer',
  listPersonHistory: 'support reviewer arbiter treasurer',
  endPersonSessions: 'support',
  getOverview: 'support arbiter treasurer administrator',
  listPayments: 'support reviewer arbiter treasurer',
  getPaymentFilters: 'support reviewer arbiter treasurer',
  getPayment: 'support reviewer arbiter treasurer',
  findPayments: 'support reviewer arbiter treasurer',
  freezeAccount: 'support treasurer',
  unfreezeAccount: 'support treasurer',
  searchAudit: 'administrator',
  getAuditFilters: 'administrator',
  listStaff: 'administrator',
  createStaff: 'administrator',
  changeStaffRoles: 'administrator',
  disableStaff: 'administrator',
  enableStaff: 'administrator',
  sendStaffLink: 'administrator',
  resetStaffSecondFactor: 'administrator',
  listMarketplaces: 'support administrator merchant',
  getMarketplacePage: 'support administrator merchant',
  listMarketplaceKeys: 'support administrator merchant',
  createMarketplaceKey: 'administrator merchant',
  revokeMarketplaceKey: 'administrator merchant',
  listMarketplaceEndpoints: 'support administrator merchant',
  createMarketplaceEndpoint: 'administrator merchant',
  updateMarketplaceEndpoint: 'administrator merchant',
  deleteMarketplaceEndpoint: 'administrator merchant',
  rotateMarketplaceSecret: 'administrator merchant',
  listMarketplaceDeliveries: 'support administrator merchant',
  replayMarketplaceDelivery: 'administrator merchant',
  replayFailedDeliveries: 'administrator merchant',
  inspectEvents: 'support administrator merchant',
  openEvent: 'support administrator merchant',
  changeMarketplaceTerms: 'administrator merchant',
  changeMarketplaceBrand: 'administrator merchant',
  putMarketplaceLogo: 'administrator merchant',
  removeMarketplaceLogo: 'administrator merchant',
}
const ROUTES = Object.entries<AppRoute>(consoleRoutes)

let people: TestPeople
const staff = new Map<StaffRole, TestStaff>()
beforeAll(async () => {
  people = await openTestPeople()
  for (const role of OPERATOR_ROLES) staff.set(role, await makeStaff(people, role))
  staff.set('merchant', await makeMerchant(people, people.marketplace.marketplaceId))
})
afterAll(() => people.close())

const reached = new Map(Object.entries(REACHED_BY))

describe.each(STAFF_ROLES)('as %s', (role) => {
  it.each(ROUTES)('%s is reached by whom it is for', async (name, route) => {
    const visitor = { ...TEST_VISITOR, sessionToken: staff.get(role)?.visitor.sessionToken }
    const who = await identify(people.deps, route.access, visitor)
    const allowed = [reached.get(name)].flatMap((words) => words?.split(' ') ?? [])
    const expected = allowed.includes('anyone') || allowed.includes(role)
    expect(who.ok ? 'reached' : who.refusal.code).toBe(expected ? 'reached' : 'permission_missing')
  })
})

describe('without a full session of staff', () => {
  const closed = ROUTES.filter(([name]) => reached.get(name) !== 'anyone')
  const ask = async (route: AppRoute, sessionToken: string | undefined) => {
    const who = await identify(people.deps, route.access, { ...TEST_VISITOR, sessionToken })
    return who.ok ? 'reached' : who.refusal.code
  }

  it('nothing is reached by nobody, by a made-up token, or with the session of a wallet', async () => {
    const { visitor } = await people.registered()
    for (const [name, route] of closed) {
      expect(await ask(route, undefined), name).toBe('session_required')
      expect(await ask(route, 'made-up'), name).toBe('session_required')
      expect(await ask(route, visitor.sessionToken), name).toBe('session_required')
    }
  })

  it('nothing is reached before the second factor', async () => {
    const owner = { staffId: staff.get('administrator')?.id ?? '' }
    const now = await people.deps.now()
    const half = { owner, kind: 'half', visit: TEST_VISITOR, now } as const
    const { token } = await openSession(people.deps.pool, half)
    for (const [name, route] of closed) {
      expect(await ask(route, token), name).toBe('session_required')
    }
  })

  it('nothing is reached by a member who was disabled', async () => {
    const { id, visitor } = await makeStaff(people, ...OPERATOR_ROLES)
    expect(await ask(consoleRoutes.listStaff, visitor.sessionToken)).toBe('reached')
    await people.deps.pool.query('UPDATE people.staff SET disabled_at = now() WHERE id = $1', [id])
    for (const [name, route] of closed) {
      expect(await ask(route, visitor.sessionToken), name).toBe('session_required')
    }
  })

  it('a member without roles has their own page and nothing else', async () => {
    const { visitor } = await makeStaff(people)
    for (const [name, route] of closed) {
      const isOwn = name === 'staffMe' || name === 'changeStaffPassword'
      const expected = isOwn ? 'reached' : 'permission_missing'
      expect(await ask(route, visitor.sessionToken), name).toBe(expected)
    }
  })
})

describe('the roles', () => {
  const holders = (permission: (typeof STAFF_PERMISSIONS)[number]): readonly StaffRole[] =>
    STAFF_ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission))

  it('hold every permission between them', () => {
    for (const permission of STAFF_PERMISSIONS) expect(holders(permission)).not.toEqual([])
  })

  it('share what needs a second person between two of them, who may also approve', () => {
    for (const permission of Object.values(APPROVAL_PERMISSION)) {
      expect(holders(permission).length, permission).toBeGreaterThanOrEqual(2)
      for (const role of holders(permission)) {
        expect(ROLE_PERMISSIONS[role]).toContain('approval.give')
      }
    }
  })

  it('give those who work on cases the queue they stand in', () => {
    for (const permission of Object.values(CASE_PERMISSION)) {
      for (const role of holders(permission)) {
        expect(ROLE_PERMISSIONS[role]).toContain('queue.read')
      }
    }
  })

  it('keep administrators from people, money and documents', () => {
    const of = permissionsOf(['administrator'])
    for (const one of [
      'person.read',
      'person.search',
      'payment.read',
      'document.view',
      'account.freeze',
    ] as const) {
      expect(of.has(one), one).toBe(false)
    }
  })
})
