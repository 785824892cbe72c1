export { fileKindOf, isVideo } from './file-kind.ts'
export { checkSize, makeAnew, type Picture } from './make-anew.ts'
