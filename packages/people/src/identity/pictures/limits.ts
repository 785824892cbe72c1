/** Less can not be read, not by people either. */
export const LEAST_LONG_SIDE = 600
export const LEAST_SHORT_SIDE = 300
