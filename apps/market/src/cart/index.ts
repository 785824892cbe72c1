export { addCart } from './routes.ts'
