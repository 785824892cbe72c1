export { createExportHandlers } from './export-data.ts'
