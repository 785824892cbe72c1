import { useSearchText } from '@danbao/ui'
import { RequestReset } from './request-reset.tsx'
import { ResetPassword } from './reset-password.tsx'

/** A forgotten password: asks for the mail, and is where its link leads. */
export function PasswordPage() {
  const token = useSearchText('token')
  return token === undefined ? <RequestReset /> : <ResetPassword token={token} />
}
