export { createDisputeDesk } from './desk/handlers.ts'
export { createEvidenceHandlers } from './evidence-handlers.ts'
export { runDueDisputes } from './run-due.ts'
export { findEvidence, readEvidence } from './store.ts'
