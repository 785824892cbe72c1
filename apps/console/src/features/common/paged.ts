/** How a list is asked for piece by piece: spread into an infinite query. */
export const PAGED = {
  initialPageParam: '',
  getNextPageParam: ({ next_cursor }: { readonly next_cursor: string | null }) =>
    next_cursor ?? undefined,
}

/** The part of a query that asks for the piece after the ones that are there. */
export function afterCursor(cursor: string): { readonly cursor?: string } {
  return cursor === '' ? {} : { cursor }
}

/** Every look is written down; coming back to the window is none. */
export const LOOKED_AT = { staleTime: 30_000, refetchOnWindowFocus: false } as const
