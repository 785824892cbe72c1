export {
  eraseDocuments,
  findDocument,
  keepDocument,
  listDocuments,
  readImage,
  storeDocument,
  type StoredDocument,
} from './documents.ts'
export { type Picture, takePicture } from './pictures/take-picture.ts'
