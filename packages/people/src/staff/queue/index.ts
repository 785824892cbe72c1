export { countCases, findCaseOf, kindsFor, takeForDecision } from './case-store.ts'
export { createQueueHandlers } from './handlers.ts'
export { viewCase } from './view.ts'
