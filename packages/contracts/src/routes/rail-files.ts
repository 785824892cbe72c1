import { importedFileView, importRailFileRequest } from '../rail-files.ts'
import type { Route } from './route.ts'

export const railFileRoutes = {
  /** The same bytes change nothing twice: it may be repeated at will. */
  importRailFile: {
    method: 'POST',
    status: 200,
    idempotency: 'none',
    path: '/v1/rail_files',
    tag: 'Rail files',
    summary: 'Take in a file of a rail: camt.053, camt.054, MT940, CNAB, settlements, rates',
    body: importRailFileRequest,
    // 10 MB in base64, and the rest of the request.
    maxBytes: 14 * 1024 * 1024,
    example: { name: 'statement.xml', content: 'PERvY3VtZW50Lz4=' },
    response: importedFileView,
    callers: ['operator'],
    refusals: ['not_allowed', 'file_refused'],
  },
} as const satisfies Record<string, Route>
