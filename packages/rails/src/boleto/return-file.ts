import type { Result } from '@danbao/kernel'
import { type FileProblem, readWhole, Unreadable } from '../problem.ts'
import { readCnab240 } from './cnab240.ts'
import { readCnab400 } from './cnab400.ts'
import type { ReturnEntry, ReturnFile } from './return-entry.ts'

/** Whether a file begins as these formats do: lines of 240 or 400 characters. */
export function isReturnFile(bytes: Uint8Array): boolean {
  const { length } = linesOf(bytes)[0] ?? ''
  return length === 240 || length === 400
}

export function readReturnFile(bytes: Uint8Array): Result<ReturnFile, FileProblem> {
  return readWhole(bytes, (whole) => {
    const lines = linesOf(whole)
    const width = lines[0]?.length ?? 0
    if (width !== 240 && width !== 400) {
      throw new Unreadable('wrong_width', 1, 'Lines of a return file have 240 or 400 characters.')
    }
    lines.forEach((line, at) => {
      if (line.length === width) return
      const message = `The line has ${line.length} characters, not ${width}.`
      throw new Unreadable('wrong_width', at + 1, message)
    })
    const file = width === 240 ? readCnab240(lines) : readCnab400(lines)
    file.entries.filter(({ isPaid }) => isPaid).forEach(checkPaid)
    return file
  })
}

const CTRL_Z = '\u001a'

/** Banks write Latin-1, end lines in either way, and some the file with Ctrl-Z. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
  const whole = text.endsWith(CTRL_Z) ? text.slice(0, -1) : text
  return whole.replace(/[\r\n]+$/, '').split(/\r?\n/)
}

function checkPaid({ place, paid, fee, paidOn }: ReturnEntry): void {
  if (paid === 0n) throw new Unreadable('malformed_amount', place, 'It is paid, and with nothing.')
  if (fee > paid) throw new Unreadable('wrong_sum', place, 'The bank keeps more than was paid.')
  if (paidOn === null) throw new Unreadable('malformed_date', place, 'It is paid on no day.')
}
