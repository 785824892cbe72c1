import { z } from 'zod'

/** What a file may have: 10 MB. */
const MAX_RAIL_FILE_BYTES = 10 * 1024 * 1024

export const importRailFileRequest = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'Of the file, for the record.' }),
  content: z
    .string()
    .min(4)
    .max(Math.ceil(MAX_RAIL_FILE_BYTES / 3) * 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64')
    .meta({ description: 'The bytes of the file, in base64.' }),
})
export type ImportRailFileRequest = z.infer<typeof importRailFileRequest>

export const importedFileView = z
  .object({
    object: z.literal('imported_file'),
    known: z.boolean().meta({ description: 'It was taken in before; nothing has changed.' }),
    format: z.string(),
    counts: z
      .record(z.string(), z.int())
      .meta({ description: 'How many of its entries became what.' }),
  })
  .meta({ id: 'ImportedFile' })
export type ImportedFileView = z.infer<typeof importedFileView>
