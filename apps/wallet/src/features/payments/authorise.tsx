import type { Authorisation } from '@danbao/contracts/wallet'
import {
  Button,
  Callout,
  isRefusal,
  PinPad,
  RefusalNote,
  TextLink,
  useRefusalText,
  useWords,
  words,
} from '@danbao/ui'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { SandboxPin } from '../sandbox/sandbox-pin.tsx'
import { LockedNote } from './locked-note.tsx'
import { passkeyAuthorisation } from './use-passkey.ts'

const authoriseWords = words({
  pin: { en: 'Payment password', ru: 'Платёжный пароль', zh: '支付密码' },
  forgotten: {
    en: 'Forgotten the payment password?',
    ru: 'Забыли платёжный пароль?',
    zh: '忘记支付密码？',
  },
  passkey: { en: 'Use a passkey instead', ru: 'Использовать ключ доступа', zh: '改用通行密钥' },
  silent: { en: 'No answer came back', ru: 'Ответ не пришёл', zh: '未收到答复' },
  silent_text: {
    en: 'The connection broke, so we can not say yet whether it is done. Try again: nothing is ever paid twice.',
    ru: 'Связь прервалась, и пока неизвестно, выполнено ли это. Попробуйте ещё раз: дважды ничего не оплачивается.',
    zh: '连接中断，暂时无法确认是否已完成。请重试：绝不会重复付款。',
  },
})

type Ask = Parameters<typeof passkeyAuthorisation>[0]

export interface AuthoriseProps {
  /** What the button says: the whole consequence, with the amount. */
  readonly action: string
  /** Null: the person has no passkey. */
  readonly begin: Ask | null
  readonly submit: (authorisation: Authorisation) => Promise<unknown>
}

/** Six digits or a passkey, and one button that says what will happen. */
export function Authorise({ action, begin, submit }: AuthoriseProps) {
  const t = useWords(authoriseWords)
  const tell = useRefusalText()
  const form = useRef<HTMLFormElement>(null)
  const [pin, setPin] = useState('')
  const send = useMutation({
    mutationFn: submit,
    // A wrong one is typed anew, and a right one is not kept in the page.
    onSettled: () => setPin(''),
  })
  const passkey = useMutation({
    mutationFn: async (ask: Ask) => {
      const authorisation = await passkeyAuthorisation(ask)
      if (authorisation !== undefined) await submit(authorisation)
    },
  })
  const busy = send.isPending || passkey.isPending
  const wrong = isRefusal(send.error, 'password_wrong')
  const lockedUntil = lockOf(send.error)
  const other = wrong || lockedUntil !== undefined ? passkey.error : (send.error ?? passkey.error)
  useFocusPad(form, wrong)
  const pay = (): void => {
    if (busy || pin.length < 6) return
    passkey.reset()
    send.mutate({ by: 'payment_password', payment_password: pin })
  }
  const take = (ask: Ask): void => {
    send.reset()
    passkey.mutate(ask)
  }
  return (
    <form
      ref={form}
      className="flex flex-col gap-4"
      onKeyDown={submitFromPad}
      onSubmit={(event) => {
        event.preventDefault()
        pay()
      }}
    >
      <Trouble error={other} />
      {lockedUntil === undefined ? (
        <>
          <PinPad
            label={t('pin')}
            value={pin}
            onValue={setPin}
            error={wrong ? tell(send.error) : undefined}
            disabled={busy}
          />
          <SandboxPin />
          <Button type="submit" wide busy={busy} disabled={pin.length < 6 && !busy}>
            {action}
          </Button>
        </>
      ) : (
        <LockedNote until={lockedUntil} onOver={send.reset} />
      )}
      {begin !== null && browserSupportsWebAuthn() && (
        <Button kind="secondary" icon={KeyRound} wide disabled={busy} onClick={() => take(begin)}>
          {t('passkey')}
        </Button>
      )}
      <p className="text-center text-small">
        <TextLink href="/recover/payment-password">{t('forgotten')}</TextLink>
      </p>
    </form>
  )
}

/** Whoever heard nothing can not know whether it was done: "nothing was sent" would be a guess. */
function Trouble({ error }: { readonly error: unknown }) {
  const t = useWords(authoriseWords)
  if (!isRefusal(error, 'offline')) return <RefusalNote error={error} />
  return (
    <Callout live kind="attention" title={t('silent')}>
      {t('silent_text')}
    </Callout>
  )
}

/** Until when no payment password is looked at. */
function lockOf(error: unknown): string | undefined {
  return isRefusal(error, 'try_later') ? error.member('locked_until') : undefined
}

/** Who typed on a keyboard types again, without looking for the pad. */
function useFocusPad(form: RefObject<HTMLFormElement | null>, wrong: boolean): void {
  useEffect(() => {
    const pad = wrong ? form.current?.querySelector('[role=group]') : null
    if (pad instanceof HTMLElement) pad.focus()
  }, [form, wrong])
}

/** The pad is no input, so that the browser does not take Enter for it. */
function submitFromPad(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget, key } = event
  const onPad = target instanceof HTMLElement && target.getAttribute('role') === 'group'
  if (key === 'Enter' && onPad) currentTarget.requestSubmit()
}
