/**
 * Of what is done by clicking. Two cores run another test beside it, and a page that comes too late
 * once is no fault; one that comes too late twice is.
 */
export const JOURNEY = { timeout: 300_000, retry: 1 } as const
