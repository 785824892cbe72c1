export { createFreezeHandlers, viewFreeze } from './handlers.ts'
export { liftFreeze } from './lift-freeze.ts'
export { readFreeze } from './store.ts'
