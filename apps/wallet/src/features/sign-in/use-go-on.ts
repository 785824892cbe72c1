import { useGo } from '@danbao/ui'
import type { SignInAnswer } from '@danbao/contracts/wallet'
import { useSession } from '../../session.ts'

/** Where a sign-in leads: the code that is still missing, the open registration, or `next`. */
export function useGoOn(next: string): (answer: SignInAnswer) => void {
  const go = useGo()
  const session = useSession()
  return ({ state }) => {
    if (state === 'second_factor') {
      go(`/sign-in/second-factor?${new URLSearchParams({ next })}`)
    } else {
      void session.enter(state === 'registering' ? '/register/steps' : next)
    }
  }
}
