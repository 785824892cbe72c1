/** Kinds of files by their media type, with the endings by which browsers without a type know them. */
export const PICTURES_AND_PDF: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/heic': ['heic'],
  'image/heif': ['heif'],
  'application/pdf': ['pdf'],
}

/** The same and the videos that telephones and computers make. */
export const PICTURES_PDF_VIDEOS: Readonly<Record<string, readonly string[]>> = {
  ...PICTURES_AND_PDF,
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov', 'qt'],
}

export interface FileRules {
  readonly types: Readonly<Record<string, readonly string[]>>
  readonly maxBytes: number
  /** Which files to choose instead, where they are not those of documents. */
  readonly wrongType?: string
  /** The same for files that are too large. */
  readonly tooLarge?: string
}

/** The file's media type; browsers know HEIC by its ending only, or not at all. */
export function typeOf(file: { readonly name: string; readonly type: string }, rules: FileRules) {
  if (Object.hasOwn(rules.types, file.type)) return file.type
  const ending = file.name.toLowerCase().split('.').at(-1) ?? ''
  const named = Object.entries(rules.types).find(([, endings]) => endings.includes(ending))
  return file.type === '' || file.type === 'application/octet-stream' ? named?.[0] : undefined
}

/** What is wrong with a file before it is sent; the server looks into it itself. */
export function checkFile(
  file: { readonly name: string; readonly type: string; readonly size: number },
  rules: FileRules,
): 'file_type' | 'file_too_large' | 'file_empty' | undefined {
  if (typeOf(file, rules) === undefined) return 'file_type'
  if (file.size > rules.maxBytes) return 'file_too_large'
  return file.size === 0 ? 'file_empty' : undefined
}
