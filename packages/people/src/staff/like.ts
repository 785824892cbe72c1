/** A text to be found anywhere in another by LIKE, where `%` and `_` are no jokers. */
export function likeAnywhere(text: string): string {
  return `%${escapeLike(text)}%`
}

export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}
