export { createApprovalHandlers } from './handlers.ts'
export { findOpenApproval, insertApproval } from './store.ts'
export { countDecidable, decidableKinds } from './view.ts'
