import { useWords, words } from '@danbao/ui'
import { api } from '../../api.ts'
import { useSession } from '../../session.ts'
import { FollowedLink } from '../links/followed-link.tsx'

const confirmWords = words({
  title: { en: 'Confirming your address', ru: 'Подтверждаем адрес', zh: '正在确认邮箱' },
})

/** Where the link in the mail leads: the address is the person's, and the registration goes on. */
export function ConfirmPage() {
  const t = useWords(confirmWords)
  const session = useSession()
  return (
    <FollowedLink
      title={t('title')}
      again="/register"
      follow={(token) => api.call('confirmEmail', { body: { token } })}
      onFollowed={({ state }) => session.enter(state === 'complete' ? '/' : '/register/steps')}
    />
  )
}
