export { type DanbaoLink, openLink } from './link.ts'
export { attempt, type Attempt, type Trouble, TROUBLES } from './trouble.ts'
