import type { SignInAnswer } from '@danbao/contracts/wallet'
import { Button, RefusalNote, useWords, words } from '@danbao/ui'
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { api } from '../../api.ts'

const passkeyWords = words({
  sign_in: { en: 'Sign in with a passkey', ru: 'Войти с ключом доступа', zh: '使用通行密钥登录' },
})

/** Nothing where the browser knows no passkeys. */
export function PasskeyButton({ onDone }: { readonly onDone: (answer: SignInAnswer) => void }) {
  const t = useWords(passkeyWords)
  const signIn = useMutation({
    mutationFn: signInByPasskey,
    onSuccess: (answer) => {
      if (answer !== undefined) onDone(answer)
    },
  })
  if (!browserSupportsWebAuthn()) return null
  return (
    <>
      {signIn.error !== null && <RefusalNote error={signIn.error} />}
      <Button
        kind="secondary"
        icon={KeyRound}
        busy={signIn.isPending}
        onClick={() => signIn.mutate()}
        wide
      >
        {t('sign_in')}
      </Button>
    </>
  )
}

/** Undefined: the person changed their mind, or has none here. */
async function signInByPasskey(): Promise<SignInAnswer | undefined> {
  const { ceremony, options } = await api.call('beginPasskeySignIn', { body: {} })
  const made = await startAuthentication({ optionsJSON: options }).catch(changedMind)
  if (made === undefined) return undefined
  const { id, rawId, response } = made
  return api.call('signInByPasskey', {
    body: { ceremony, credential: { id, rawId, type: 'public-key', response } },
  })
}

/** A browser says the same for "no" and "none". */
function changedMind(error: unknown): undefined {
  if (error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) return
  throw error
}
