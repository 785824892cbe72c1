import { CLAY } from './clay.ts'
import { PAPER } from './paper.ts'
import { WOOL } from './wool.ts'

/** Drawn for this shop; 400 by 320. */
const PICTURES = { ...PAPER, ...WOOL, ...CLAY } as const

export type PictureName = keyof typeof PICTURES

export const PICTURE_NAMES: readonly PictureName[] = Object.keys(PICTURES).filter(isPictureName)

export function isPictureName(name: string): name is PictureName {
  return Object.hasOwn(PICTURES, name)
}

export function drawPicture(name: PictureName): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 320">${PICTURES[name]}</svg>`
}

/** The awning of a stall. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<rect width="48" height="48" rx="12" fill="#5b3fd1"/><rect x="11" y="22" width="26" height="17" rx="2" fill="#fff7ea"/><rect x="26" y="27" width="7" height="12" rx="1" fill="#5b3fd1"/><rect x="15" y="27" width="8" height="7" rx="1" fill="#ffb454"/>
<path d="M9 10h30l3 12a5 5 0 0 1-9 1 5 5 0 0 1-9 0 5 5 0 0 1-9 0 5 5 0 0 1-9-1z" fill="#ff7a59"/><path d="M15 10h6l-2 13a5 5 0 0 1-6 2 5 5 0 0 1-1-2zM27 10h6l3 13a5 5 0 0 1-6 2 5 5 0 0 1-1-2z" fill="#fff7ea"/>
</svg>`
