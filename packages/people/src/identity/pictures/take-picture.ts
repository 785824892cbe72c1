import type { Refusal, UploadedFile } from '@danbao/contracts'
import { refuse, type Result } from '@danbao/kernel'
import { checkSize, fileKindOf, isVideo, makeAnew, type Picture } from '../../files/index.ts'
import { isColourful } from './is-colourful.ts'
import { LEAST_LONG_SIDE, LEAST_SHORT_SIDE } from './limits.ts'

export type { Picture } from '../../files/index.ts'

/** Refuses with `file_type`, `file_too_large`, `file_unreadable` and `picture_unfit`. */
export async function takePicture(file: UploadedFile): Promise<Result<Picture, Refusal>> {
  const size = checkSize(file)
  if (!size.ok) return size
  const kind = fileKindOf(file.bytes)
  if (kind === undefined || isVideo(kind)) {
    return refuse({ code: 'file_type', detail: 'Send a JPEG, PNG, HEIC or PDF file.' })
  }
  const made = await makeAnew(kind, file.bytes)
  return made.ok ? judge(made) : made
}

/** Whether what it shows can be read, and is no copy of a copy. */
async function judge(
  made: Extract<Result<Picture, Refusal>, { ok: true }>,
): Promise<Result<Picture, Refusal>> {
  const { jpeg, width, height } = made.value
  if (Math.max(width, height) < LEAST_LONG_SIDE || Math.min(width, height) < LEAST_SHORT_SIDE) {
    return unfit('too_small', `${width} by ${height} pixels are too few to be read.`)
  }
  if (!(await isColourful(jpeg))) {
    return unfit('no_colour', 'The picture is black and white; a picture in colour is needed.')
  }
  return made
}

function unfit(why: 'too_small' | 'no_colour', detail: string): Result<never, Refusal> {
  return refuse({
    code: 'picture_unfit',
    detail,
    members: { why, least_pixels: String(LEAST_LONG_SIDE) },
  })
}
