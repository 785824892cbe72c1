export { keepLanguage, languageOf, readerOf } from './reader.ts'
export { beginSession, findSession, renewSession } from './sessions.ts'
