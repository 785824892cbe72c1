export { createApprovalHandlers } from './handlers.ts'
export { type Approval, findOpenApproval, insertApproval } from './store.ts'
export { countDecidable, decidableKinds } from './view.ts'
