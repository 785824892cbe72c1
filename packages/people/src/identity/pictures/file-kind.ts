export const FILE_KINDS = ['jpeg', 'png', 'pdf', 'heic'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Those that telephones write; `avif` looks alike and is something else. */
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1'])

/** What the first bytes say: neither a name nor a header of the request is to be believed. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (head.startsWith('%PDF-')) return 'pdf'
  return head.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(head.slice(8, 12)) ? 'heic' : undefined
}
