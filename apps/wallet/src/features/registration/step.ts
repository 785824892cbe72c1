import type { Registration } from '@danbao/contracts/wallet'

/** What each step of the registration is given. */
export interface StepProps {
  readonly registration: Registration
  /** What the server knows after the step. */
  readonly onDone: (next: Registration) => void
}
