import { problemOf, type Refusal } from '@danbao/contracts'
import type { FastifyReply } from 'fastify'

const JSON_TYPE = 'application/json; charset=utf-8'
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Answers with JSON that is ready: nothing is serialised again. */
export function sendJson(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply
    .code(status)
    .header('content-type', status < 400 ? JSON_TYPE : PROBLEM_TYPE)
    .send(body)
}

export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, body } = problemOf(refusal)
  return sendJson(reply, status, body)
}
