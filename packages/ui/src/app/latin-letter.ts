/**
 * The Latin letter that a key means, small; undefined: none. A letter is taken at its word, wherever
 * a layout such as Dvorak has it; where the layout writes no Latin letters (a Russian one has `о`
 * at the key of `j`), the place of the key tells.
 */
export function latinLetter({
  key,
  code,
}: Pick<KeyboardEvent, 'key' | 'code'>): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase()
}
