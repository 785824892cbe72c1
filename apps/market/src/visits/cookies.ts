import type { FastifyReply, FastifyRequest } from 'fastify'

export function readCookie(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=')
    if (key === name && value !== '') return value
  }
  return undefined
}

/** `hidden`: from scripts. The value must not need quoting. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  { seconds, hidden }: { readonly seconds: number; readonly hidden: boolean },
): void {
  // Lax, not Strict: the way back from the checkout has to find its session.
  const flags = ['Path=/', 'SameSite=Lax', `Max-Age=${seconds}`, ...(hidden ? ['HttpOnly'] : [])]
  reply.header('set-cookie', [`${name}=${value}`, ...flags].join('; '))
}
