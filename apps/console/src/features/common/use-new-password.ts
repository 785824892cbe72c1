import { SHORTEST_STAFF_PASSWORD } from '@danbao/contracts/console'
import { useWords, words } from '@danbao/ui'

const newPasswordWords = words({
  hint: {
    en: 'At least {least} characters. Several words are good.',
    ru: 'Не меньше {least} символов. Хорошо подойдут несколько слов.',
    zh: '至少 {least} 个字符，可使用多个词语。',
  },
  short: {
    en: 'Use {least} characters or more.',
    ru: 'Нужно не меньше {least} символов.',
    zh: '至少需要 {least} 个字符。',
  },
})

const LEAST = { least: SHORTEST_STAFF_PASSWORD }

/** What a field for a new password says, and what it finds wrong before anything is sent. */
export function useNewPassword() {
  const t = useWords(newPasswordWords)
  return {
    hint: t('hint', LEAST),
    check: (password: string): string | undefined =>
      [...password].length < SHORTEST_STAFF_PASSWORD ? t('short', LEAST) : undefined,
  }
}
