export { addPanel } from './routes.ts'
