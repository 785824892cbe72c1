export {
  type CaseCounts,
  countCases,
  findCaseOf,
  kindsFor,
  type StaffCase,
  takeForDecision,
} from './case-store.ts'
export { createQueueHandlers } from './handlers.ts'
export { viewCase } from './view.ts'
