export { openPeopleDeps, type PostOffices, postOffices, startPeopleLoops } from './open-people.ts'
export { addLiveRoutes } from './live.ts'
export { registerAppRoutes } from './register-app-routes.ts'
export { serveApps } from './serve-apps.ts'
