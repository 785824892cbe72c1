import type { Access, Refusal } from '@danbao/contracts'
import type { Result } from '@danbao/kernel'
import type { FileProblem, RawFields } from '@danbao/rails'
import { forgetOldChallenges } from './base/challenges.ts'
import type { PeopleDeps } from './base/deps.ts'
import type { ConsoleHandlers, Visitor, WalletHandlers } from './base/handling.ts'
import {
  createCardHandlers,
  type ReceivedEvent,
  runDueCards,
  takeCardEvent,
} from './cards/index.ts'
import { advanceCharge, runDueCharges } from './card-payments/index.ts'
import { createCaptchaHandlers } from './captcha/index.ts'
import { createAskHandlers, createCheckoutHandlers, createLogoHandlers } from './checkout/index.ts'
import { createClosingHandlers, runDueClosures } from './closing/index.ts'
import { identify, type Who } from './identify.ts'
import {
  createIdentityHandlers,
  createIdentityReviewHandlers,
  identityAttention,
  forgetRefused,
  runDueIdentity,
} from './identity/index.ts'
import {
  createFundingDesk,
  createFundingHandlers,
  formTargetsOf,
  type GivenFile,
  importFile,
  type Imported,
  importFolder,
  runDueResolutions,
  takeWebMoney,
  type WebMoneyAnswer,
} from './funding/index.ts'
import { createExchangeDesk, fetchRates } from './exchange/index.ts'
import { createExportHandlers } from './export/index.ts'
import { createDisputeDesk, createEvidenceHandlers, runDueDisputes } from './disputes/index.ts'
import { createMarketplaceHandlers } from './marketplaces/index.ts'
import { createNotificationHandlers, type OnFailure, tellPeople } from './notifications/index.ts'
import { forgetSent } from './messages/index.ts'
import { createOverviewHandlers } from './overview/index.ts'
import {
  createDisputeHandlers,
  createInvoiceHandlers,
  createPaymentHandlers,
} from './payments/index.ts'
import { createPaymentCheckDesk, runDuePaymentChecks } from './payment-checks/index.ts'
import { createPasskeyHandlers, createPasskeySignInHandlers } from './passkeys/index.ts'
import {
  createPayoutDesk,
  createPayoutHandlers,
  layPayoutFiles,
  runDuePayouts,
} from './payouts/index.ts'
import { createRecoveryHandlers, runDueRecoveries } from './recovery/index.ts'
import { createRegistrationHandlers, eraseAbandoned } from './registration/index.ts'
import { createSandboxHandlers } from './sandbox/index.ts'
import { createSettingsHandlers, forgetFormerDetails } from './settings/index.ts'
import { createSignInHandlers } from './sign-in/index.ts'
import { createStatementHandlers } from './statements/index.ts'
import { createStaffHandlers } from './staff/index.ts'
import { createSupportHandlers } from './support/index.ts'
import { createTwoFactorHandlers } from './two-factor/index.ts'

/** Everything around the person, without HTTP: one handler for each route of the two apps. */
export interface People {
  readonly wallet: WalletHandlers
  readonly console: ConsoleHandlers
  /** Origins that a page of the wallet sends people to by a form. */
  readonly formTargets: readonly string[]
  /** Where people write whom no page can help. */
  readonly supportEmail: string
  /** Who asks, and whether they may have the route. */
  identify(access: Access, visitor: Visitor): Promise<Result<Who, Refusal>>
  /** Does what has become due; returns how much it was. */
  runDue(): Promise<number>
  /** The same for identity checks, whose documents take seconds to read. */
  runDueIdentity(): Promise<number>
  /** The same for cards, which wait for their processor. */
  runDueCards(): Promise<number>
  /** Takes an event of the card processor; false: it does not come from there. */
  takeCardEvent(event: ReceivedEvent): Promise<boolean>
  /** Takes what WebMoney sends to the result URL. */
  takeWebMoney(fields: RawFields): Promise<WebMoneyAnswer>
  /** Takes in a file of a rail, whole or not at all. */
  importFile(file: GivenFile): Promise<Result<Imported, FileProblem>>
  /** Takes in what banks have laid into this folder, and lays there what they are to pay. */
  tradeFiles(folder: string): Promise<number>
  /** Asks for the rates of the day, where an address is set. Hourly is enough. */
  fetchRates(): Promise<unknown>
  /** Tells people what happened to their money; returns how much was told. */
  tellNews(onFailure: OnFailure): Promise<number>
  /** Forgets what nobody needs any more. Hourly is enough. */
  forgetOld(): Promise<number>
}

export function createPeople(deps: PeopleDeps): People {
  return {
    wallet: createWallet(deps),
    console: createConsole(deps),
    formTargets: formTargetsOf(deps.ways),
    supportEmail: deps.supportEmail,
    identify: (access, visitor) => identify(deps, access, visitor),
    runDue: () =>
      sum([
        runDueRecoveries(deps),
        runDueClosures(deps),
        runDueDisputes(deps),
        runDuePaymentChecks(deps),
        runDueResolutions(deps),
        runDuePayouts(deps),
      ]),
    tellNews: (onFailure) => tellPeople(deps, onFailure),
    runDueIdentity: () => runDueIdentity(deps),
    runDueCards: () => sum([runDueCards(deps), runDueCharges(deps)]),
    takeCardEvent: (event) => takeCardEvent(deps, event, advanceCharge),
    takeWebMoney: (fields) => takeWebMoney(deps, fields),
    importFile: (file) => importFile(deps, file),
    tradeFiles: async (folder) =>
      (await layPayoutFiles(deps, folder)) + (await importFolder(deps, folder)),
    fetchRates: () => fetchRates(deps),
    forgetOld: async () => {
      const { pool } = deps
      const now = await deps.now()
      return sum([
        forgetOldChallenges(pool, now),
        forgetSent(pool, now),
        forgetRefused(pool, now),
        forgetFormerDetails(pool, now),
        eraseAbandoned(deps),
      ])
    },
  }
}

/** A handler for each route of the wallet. */
function createWallet(deps: PeopleDeps): WalletHandlers {
  return {
    ...createCaptchaHandlers(deps),
    ...createRegistrationHandlers(deps),
    ...createSignInHandlers(deps, [
      (client, personId, now) => identityAttention(client, deps, { personId, now }),
    ]),
    ...createTwoFactorHandlers(deps),
    ...createPasskeyHandlers(deps),
    ...createPasskeySignInHandlers(deps),
    ...createMarketplaceHandlers(deps),
    ...createOverviewHandlers(deps),
    ...createIdentityHandlers(deps),
    ...createCardHandlers(deps),
    ...createSettingsHandlers(deps),
    ...createExportHandlers(deps),
    ...createRecoveryHandlers(deps),
    ...createClosingHandlers(deps),
    ...createCheckoutHandlers(deps),
    ...createFundingHandlers(deps),
    ...createPayoutHandlers(deps),
    ...createStatementHandlers(deps),
    ...createAskHandlers(deps),
    ...createLogoHandlers(deps),
    ...createPaymentHandlers(deps),
    ...createInvoiceHandlers(deps),
    ...createDisputeHandlers(deps),
    ...createEvidenceHandlers(deps),
    ...createNotificationHandlers(deps),
    ...createSupportHandlers(deps),
    ...createSandboxHandlers(deps),
  }
}

/** A handler for each route of the console. */
function createConsole(deps: PeopleDeps): ConsoleHandlers {
  return {
    ...createStaffHandlers(deps),
    ...createIdentityReviewHandlers(deps),
    ...createDisputeDesk(deps),
    ...createPaymentCheckDesk(deps),
    ...createFundingDesk(deps),
    ...createExchangeDesk(deps),
    ...createPayoutDesk(deps),
  }
}

async function sum(counts: readonly Promise<number>[]): Promise<number> {
  return (await Promise.all(counts)).reduce((total, count) => total + count, 0)
}
