import { type People, ProcessorAwayError } from '@danbao/people'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'

/** Where the card processor sends its events to. */
export const CARD_EVENTS_PATH = '/events/cards'
/** Events carry the whole object they are about. */
const BODY_LIMIT_BYTES = 1024 * 1024

export interface CardEventsDeps {
  readonly people: Pick<People, 'takeCardEvent'>
  readonly logger: Logger
}

/** Takes what the card processor tells. Anything but 2xx makes it tell once more, later. */
export function addCardEvents(app: FastifyInstance, { people, logger }: CardEventsDeps): void {
  app.post(CARD_EVENTS_PATH, { bodyLimit: BODY_LIMIT_BYTES }, async (request, reply) => {
    const { body, headers } = request
    const signature = headers['stripe-signature']
    if (!Buffer.isBuffer(body) || typeof signature !== 'string') {
      return reply.code(400).send({ received: false })
    }
    try {
      const isTaken = await people.takeCardEvent({ body, signature })
      if (!isTaken) logger.warn({ ip: request.ip }, 'An event of cards had a wrong signature.')
      return await reply.code(isTaken ? 200 : 400).send({ received: isTaken })
    } catch (error) {
      if (!(error instanceof ProcessorAwayError)) throw error
      return reply.code(503).send({ received: false })
    }
  })
}
