import { type People, WEBMONEY_PATH } from '@danbao/people'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

const BODY_LIMIT_BYTES = 64 * 1024

export interface WebMoneyEventsDeps {
  readonly people: Pick<People, 'takeWebMoney'>
  readonly logger: Logger
}

/** The result URL of WebMoney. Anything but 200 makes it tell once more, later. */
export async function addWebMoneyEvents(
  app: FastifyInstance,
  { people, logger }: WebMoneyEventsDeps,
): Promise<void> {
  // In a scope of its own: nobody else here takes forms.
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_LIMIT_BYTES },
      (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(body.toString()))),
    )
    scope.post<{ Body: Readonly<Record<string, string>> | undefined }>(
      WEBMONEY_PATH,
      async ({ body, ip }, reply) => {
        const { status, text, warning } = await people.takeWebMoney(body ?? {})
        if (warning !== undefined) logger.warn({ ip }, warning)
        return reply.code(status).type('text/plain; charset=utf-8').send(text)
      },
    )
  })
}
