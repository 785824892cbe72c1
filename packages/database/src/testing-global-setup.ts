import { startTestServer } from './testing.ts'

/** One server for all test files of a run, unless the caller names another one to test against. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['DANBAO_TEST_DATABASE_URL'] !== undefined) return undefined
  const server = await startTestServer()
  process.env['DANBAO_TEST_DATABASE_URL'] = server.databaseUrl
  return async () => {
    delete process.env['DANBAO_TEST_DATABASE_URL']
    await server.stop()
  }
}
