import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'

/** A line that could not be read: reported, and left out. */
export interface Unreadable {
  readonly file: string
  /** From 1, which is the header. */
  readonly line: number
  readonly problem: string
}

/** What is wrong with a line, thrown by whoever reads its fields. */
export class LineProblem extends Error {}

/** The fields of a line by column. */
export type Line<C extends string> = (column: C) => string

/**
 * Streams a CSV file with a header in any order of columns and hands each line to `read`. Lines
 * are read one by one, because a quote that is never closed must not swallow the rest of the file;
 * no column of these files holds line breaks. Throws when the file or a column is missing.
 */
export async function readLines<C extends string>(
  path: string,
  columns: readonly C[],
  read: (line: Line<C>) => void,
): Promise<readonly Unreadable[]> {
  const unreadable: Unreadable[] = []
  const file = basename(path)
  const handle = await open(path)
  let line = 0
  let header: readonly string[] | undefined
  try {
    for await (const text of handle.readLines()) {
      line += 1
      if (header === undefined) {
        header = readHeader(text, columns, file)
        continue
      }
      if (text === '') continue
      try {
        read(readLine(text, header))
      } catch (error) {
        if (!(error instanceof LineProblem)) throw error
        unreadable.push({ file, line, problem: error.message })
      }
    }
  } finally {
    await handle.close()
  }
  if (header === undefined) throw new Error(`${file} is empty.`)
  return unreadable
}

function readHeader(text: string, columns: readonly string[], file: string): readonly string[] {
  const header = splitLine(text.replace(/^\uFEFF/, ''))
  const missing = columns.find((column) => !header.includes(column))
  if (missing !== undefined) throw new Error(`${file} has no column ${missing}.`)
  return header
}

function readLine<C extends string>(text: string, header: readonly string[]): Line<C> {
  const values = splitLine(text)
  if (values.length !== header.length) {
    throw new LineProblem(`has ${values.length} columns instead of ${header.length}`)
  }
  return (column) => (values[header.indexOf(column)] ?? '').trim()
}

/** Most lines have no quotes and need no parser. */
function splitLine(text: string): readonly string[] {
  if (!text.includes('"')) return text.split(',')
  try {
    const [values] = parse(text, { relax_column_count: true })
    return values ?? []
  } catch (error) {
    throw new LineProblem(`is no CSV: ${error instanceof Error ? error.message : String(error)}`)
  }
}
