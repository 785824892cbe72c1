export { fileKindOf, isVideo, VIDEO_TYPES } from './file-kind.ts'
export { makeLogo } from './make-logo.ts'
export { checkSize, makeAnew, type Picture } from './make-anew.ts'
