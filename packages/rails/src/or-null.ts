/** What a file leaves out or leaves empty is not there. */
export function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}
