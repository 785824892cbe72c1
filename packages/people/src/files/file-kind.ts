export const PICTURE_KINDS = ['jpeg', 'png', 'pdf', 'heic'] as const
/** What a picture can be drawn of; of a PDF it is the first page. */
export type PictureKind = (typeof PICTURE_KINDS)[number]

/** By kind; films of QuickTime are what iPhones make. */
export const VIDEO_TYPES = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  mov: 'video/quicktime',
} as const
export type VideoKind = keyof typeof VIDEO_TYPES
export type FileKind = PictureKind | VideoKind

/** Those that telephones write; `avif` looks alike and is something else. */
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'])
const QUICKTIME_BRAND = 'qt  '
const MP4_BRAND = /^(?:iso[m2-9]|mp4[12]|avc1|M4V |MSNV|dash|3gp[4-7])$/

/** What the first bytes say: neither a name nor a header of the request is to be believed. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('%PDF-')) return 'pdf'
  // EBML with the type of document that tells WebM from other Matroska.
  if (head.startsWith('\x1aE\xdf\xa3'))
    return head.includes('\x42\x82\x84webm') ? 'webm' : undefined
  if (head.slice(4, 8) !== 'ftyp') return undefined
  const brand = head.slice(8, 12)
  if (HEIC_BRANDS.has(brand)) return 'heic'
  if (brand === QUICKTIME_BRAND) return 'mov'
  return MP4_BRAND.test(brand) ? 'mp4' : undefined
}

export function isVideo(kind: FileKind): kind is VideoKind {
  return Object.hasOwn(VIDEO_TYPES, kind)
}
