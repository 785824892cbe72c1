export { createNotificationHandlers } from './handlers.ts'
export {
  isTooFar,
  type LiveChange,
  type LivePlace,
  readDesk,
  readLiveChanges,
  readLivePlace,
  readLiveSessions,
} from './live.ts'
export { type OnFailure, tellPeople } from './run.ts'
