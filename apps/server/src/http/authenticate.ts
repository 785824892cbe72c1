import type { Refusal } from '@danbao/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HttpDeps, Principal } from './api-port.ts'
import { bearerToken } from './caller.ts'
import { sendRefusal } from './problems.ts'
import { createRateLimit, DEFAULT_RATE_LIMITS, type RateLimit } from './rate-limit.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any handler of the API runs. */
    principal: Principal | null
  }
}

type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

const UNLIMITED: RateLimit = { take: () => 0 }

/** Runs before the body is read: strangers cost nothing more than their headers. */
export function createGuard(deps: HttpDeps): Guard {
  const limits = deps.rateLimits ?? DEFAULT_RATE_LIMITS
  const addresses = limits === false ? UNLIMITED : createRateLimit(limits.perAddress, deps.clock)
  const keys = limits === false ? UNLIMITED : createRateLimit(limits.perKey, deps.clock)
  return async (request, reply) => {
    const tooMany = addresses.take(request.ip)
    if (tooMany > 0) return refuseRate(reply, tooMany, 'this address')
    const token = bearerToken(request.headers.authorization)
    const principal = token === undefined ? undefined : await deps.authenticate(token)
    if (token === undefined || principal === undefined) {
      return sendRefusal(reply.header('www-authenticate', 'Bearer realm="danbao"'), UNKNOWN)
    }
    const tooOften = keys.take(token)
    if (tooOften > 0) return refuseRate(reply, tooOften, 'this key')
    request.principal = principal
    return undefined
  }
}

const UNKNOWN: Refusal = {
  code: 'unauthenticated',
  detail: 'Send Authorization: Bearer and a key of this database.',
}

/** Too often, of this address or this key. */
export function refuseRate(reply: FastifyReply, seconds: number, whose: string): FastifyReply {
  const detail = `Too many requests of ${whose}; again in ${seconds} s.`
  return sendRefusal(reply.header('retry-after', String(seconds)), { code: 'rate_limited', detail })
}
