import { useCallback } from 'react'
import { serverNow } from '../formats/now.ts'
import { formatBytes } from '../formats/bytes.ts'
import { formatTime } from '../formats/time.ts'
import { type Language, useLanguage, useLocale } from '../words/language.ts'
import { formatText, speak } from '../words/speak.ts'
import { words } from '../words/words.ts'
import { type ApiRefusal, refusalOf } from './api-refusal.ts'
import { refusalWords } from './refusal-words.ts'
import { tellSupport } from './support-address.ts'

const more = words({
  tries_left: {
    en: '{count, plural, =0 {No tries are left.} one {# try is left.} other {# tries are left.}}',
    ru: '{count, plural, =0 {Попыток не осталось.} one {Осталась # попытка.} few {Осталось # попытки.} many {Осталось # попыток.} other {Осталось # попытки.}}',
    zh: '{count, plural, =0 {已没有剩余次数。} other {还可尝试 # 次。}}',
  },
  again_at: {
    en: 'You can try again {time}.',
    ru: 'Снова попробовать можно {time}.',
    zh: '{time}可再次尝试。',
  },
  at_most: {
    en: 'The most is {size}.',
    ru: 'Не больше {size}.',
    zh: '上限为 {size}。',
  },
})

/** What to tell the person of any failure, in their language. */
export function useRefusalText(): (error: unknown) => string {
  const language = useLanguage()
  const locale = useLocale()
  return useCallback((error) => tellRefusal(refusalOf(error), language, locale), [language, locale])
}

export function tellRefusal(refusal: ApiRefusal, language: Language, locale: string): string {
  const t = speak(more, language)
  const values = { support: tellSupport(language) }
  const sentences = [formatText(refusalWords[refusal.code][language], language, values)]
  const left = refusal.member('tries_left')
  if (left !== undefined) sentences.push(t('tries_left', { count: Number(left) }))
  const most = refusal.member('max_bytes')
  if (most !== undefined) sentences.push(t('at_most', { size: formatBytes(Number(most), locale) }))
  const until = Date.parse(refusal.member('locked_until') ?? refusal.member('retry_at') ?? '')
  if (!Number.isNaN(until)) {
    sentences.push(t('again_at', { time: formatTime(until, { locale, now: serverNow() }) }))
  }
  return sentences.join(language === 'zh' ? '' : ' ')
}
