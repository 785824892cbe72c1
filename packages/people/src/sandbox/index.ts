export { createSandboxHandlers } from './handlers.ts'
export { ensureSandboxPeople, findSeeded } from './seed.ts'
