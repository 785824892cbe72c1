import type { Refusal } from '@danbao/contracts'
import type { Command } from '@danbao/core'
import { accept, refuse } from '@danbao/kernel'
import type { People } from '@danbao/people'
import type { Handlers } from './http/index.ts'

/** Files by the API, as they come by folder, console and command line. */
export function railFileHandlers(
  people: People | undefined,
): Pick<Handlers<Command>, 'importRailFile'> {
  return {
    importRailFile: {
      async write(caller, _params, { name, content }) {
        if (caller.kind !== 'operator' || people === undefined) return refuse(NOT_ALLOWED)
        const bytes = Buffer.from(content, 'base64')
        const imported = await people.importFile({ name, bytes, by: 'api' })
        if (!imported.ok) {
          const { code, place, message } = imported.refusal
          const members = { problem: code, place }
          return refuse({ code: 'file_refused', detail: message, members })
        }
        const { isKnown: known, format, counts } = imported.value
        const body = JSON.stringify({ object: 'imported_file', known, format, counts })
        return accept({ status: 200, body })
      },
    },
  }
}

const NOT_ALLOWED: Refusal = {
  code: 'not_allowed',
  detail: 'Files of rails are taken from the operator.',
}
