import type { InEachLanguage } from '../page/language.ts'
import type { SellingWords } from './selling-words.ts'
import { EN } from './words-en.ts'
import { RU } from './words-ru.ts'
import { ZH } from './words-zh.ts'

export { type Group, GROUPS, type SellingWords } from './selling-words.ts'

export const SELLING_WORDS: InEachLanguage<SellingWords> = { en: EN, ru: RU, zh: ZH }
