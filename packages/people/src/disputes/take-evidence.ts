import type { Refusal, UploadedFile } from '@danbao/contracts'
import type { EvidenceKind } from '@danbao/contracts/wallet'
import { accept, refuse, type Result } from '@danbao/kernel'
import { checkSize, fileKindOf, isVideo, makeAnew, VIDEO_TYPES } from '../files/index.ts'

/** A file as it will be kept and given out. */
export interface TakenEvidence {
  readonly kind: EvidenceKind
  readonly mediaType: string
  readonly content: Uint8Array
  /** A small JPEG; null for videos. */
  readonly preview: Uint8Array | null
}

/**
 * A picture is made anew, so that it tells nothing but what is seen. A PDF stays as it is, since all
 * its pages count, and has to have a first page that can be drawn. A video is never decoded here:
 * its first bytes say what it is, and it is given out as that and nothing else. Refuses with
 * `file_type`, `file_too_large` and `file_unreadable`.
 */
export async function takeEvidence(file: UploadedFile): Promise<Result<TakenEvidence, Refusal>> {
  const size = checkSize(file)
  if (!size.ok) return size
  const { bytes } = file
  const kind = fileKindOf(bytes)
  if (kind === undefined) {
    const detail = 'Send a JPEG, PNG or HEIC picture, a PDF, or an MP4, MOV or WebM video.'
    return refuse({ code: 'file_type', detail })
  }
  if (isVideo(kind)) {
    return accept({ kind: 'video', mediaType: VIDEO_TYPES[kind], content: bytes, preview: null })
  }
  const made = await makeAnew(kind, bytes)
  if (!made.ok) return made
  const { jpeg, preview } = made.value
  if (kind === 'pdf') {
    return accept({ kind: 'document', mediaType: 'application/pdf', content: bytes, preview })
  }
  return accept({ kind: 'picture', mediaType: 'image/jpeg', content: jpeg, preview })
}
