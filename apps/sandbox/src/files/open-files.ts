import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addFormPages, refuseStrangers } from '../pages/form-pages.ts'
import { type Courier, createCourier, fileFaultChange } from './courier.ts'
import { readFileFaults } from './faults-form.ts'

const anyFields = z.record(z.string(), z.unknown()).catch({})

/** What brings files to the operator: its faults by a form of the bank's page, and by JSON. */
export function openFiles(app: FastifyInstance, folder: string | undefined): Courier {
  const courier = createCourier(folder)
  const { faults } = courier
  app.addHook('onClose', async () => courier.close())
  addFormPages(app, (pages) => {
    pages.addHook('preHandler', refuseStrangers)
    pages.post('/files/faults', async (call, reply) => {
      const wanted = fileFaultChange.safeParse(readFileFaults(anyFields.parse(call.body)))
      if (wanted.success) faults.change(wanted.data)
      return reply.redirect('/bank', 303)
    })
    pages.post('/files/faults/off', async (_call, reply) => {
      faults.reset()
      return reply.redirect('/bank', 303)
    })
  })
  app.post('/api/files/faults', async (call, reply) => {
    const wanted = fileFaultChange.safeParse(call.body)
    if (wanted.success) return faults.change(wanted.data)
    return reply.code(422).send({ error: z.prettifyError(wanted.error) })
  })
  app.delete('/api/files/faults', async () => faults.reset())
  return courier
}
