export { addBackOffice } from './routes.ts'
