import { createServer as createTcpServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type Config, OperatorError } from '../config.ts'

/**
 * The port that will be used, looked at before anything is started, so that nothing has to be taken
 * down again. 0 becomes one that is free: links in mails have to name it.
 */
export async function choosePort({ port, host }: Config): Promise<number> {
  const probe = createTcpServer()
  return new Promise((resolve, reject) => {
    probe.once('error', (error) => reject(portError(error, port, host)))
    probe.listen(port, host, () => {
      const address = probe.address()
      const chosen = typeof address === 'object' && address !== null ? address.port : port
      probe.close(() => resolve(chosen))
    })
  })
}

export async function listen(app: FastifyInstance, { port, host }: Config): Promise<void> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    throw error instanceof Error ? portError(error, port, host) : error
  }
}

function portError(error: Error, port: number, host: string): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new OperatorError(`Port ${port} is in use. Set PORT to another one.`)
  }
  if (code === 'EACCES') return new OperatorError(`Port ${port} may not be used by this user.`)
  return new OperatorError(`Can not listen on ${host}:${port}: ${error.message}`)
}
