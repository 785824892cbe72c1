import { useSearchText } from '@danbao/ui'
import { api } from '../../api.ts'
import { OpenedLink } from '../links/opened-link.tsx'
import { RequestPaymentReset } from './request-payment-reset.tsx'
import { ResetPaymentPassword } from './reset-payment-password.tsx'

/** A forgotten payment password: asks for the mail, and is where its link leads. */
export function PaymentPasswordPage() {
  const token = useSearchText('token')
  if (token === undefined) return <RequestPaymentReset />
  return (
    <OpenedLink
      name="payment-password"
      token={token}
      again="/recover/payment-password"
      open={(given) => api.call('openPaymentPasswordReset', { body: { token: given } })}
    >
      {({ question }) => <ResetPaymentPassword token={token} question={question.question} />}
    </OpenedLink>
  )
}
