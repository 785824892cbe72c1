import { useWords, words } from '@danbao/ui'
import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../queries.ts'
import { entranceQuery } from './queries.ts'

const pinWords = words({
  pin: {
    en: 'Sandbox: the payment password is {pin}.',
    ru: 'Песочница: платёжный пароль — {pin}.',
    zh: '沙盒：支付密码为 {pin}。',
  },
})

/** The payment password of the seeded people, beside where it is asked for. */
export function SandboxPin() {
  const t = useWords(pinWords)
  const me = useQuery(meQuery).data
  const { data } = useQuery(entranceQuery)
  const email = me?.state === 'signed_in' ? me.person.email : undefined
  const isSeeded = data?.one_click.some((seeded) => seeded.email === email)
  const pin = isSeeded === true ? data?.payment_password : undefined
  if (pin === null || pin === undefined) return null
  return <p className="text-center text-small text-ink-soft">{t('pin', { pin })}</p>
}
