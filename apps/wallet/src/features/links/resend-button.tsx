import { Button, useSecondsUntil, useWords, words } from '@danbao/ui'

const resendWords = words({
  resend: { en: 'Send it again', ru: 'Отправить ещё раз', zh: '重新发送' },
  resend_in: {
    en: 'Again in {seconds, plural, one {# second} other {# seconds}}',
    ru: 'Ещё раз через {seconds, plural, one {# секунду} few {# секунды} many {# секунд} other {# секунды}}',
    zh: '{seconds, plural, other {# 秒后可重新发送}}',
  },
})

export interface ResendButtonProps {
  /** Before that moment the server sends nothing more. */
  readonly from: string
  readonly busy: boolean
  readonly wide?: boolean
  readonly onPress: () => void
}

/** Sends once more what did not arrive, not too often. */
export function ResendButton({ from, busy, wide, onPress }: ResendButtonProps) {
  const t = useWords(resendWords)
  const seconds = useSecondsUntil(from)
  return (
    <Button kind="secondary" wide={wide} busy={busy} disabled={seconds > 0} onClick={onPress}>
      {seconds > 0 ? t('resend_in', { seconds }) : t('resend')}
    </Button>
  )
}
