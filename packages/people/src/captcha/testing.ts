import { solveChallenge } from 'altcha-lib/v1'
import type { CaptchaPurpose } from '@danbao/contracts/wallet'
import { invariant } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { type Captcha, makeCaptcha } from './captcha.ts'

/** An easy captcha, with its solution as a browser would send it. */
export async function solveCaptcha(deps: PeopleDeps, purpose: CaptchaPurpose): Promise<string> {
  return solve(await makeCaptcha(deps, { purpose, now: await deps.now(), hardest: 50 }))
}

/** As the wallet app does it. */
export async function solve(
  captcha: Pick<Captcha, 'challenge' | 'salt' | 'algorithm' | 'maxnumber' | 'signature'>,
): Promise<string> {
  const { algorithm, challenge, salt, maxnumber, signature } = captcha
  const solved = await solveChallenge(challenge, salt, algorithm, maxnumber).promise
  invariant(solved !== null, 'a captcha can be solved')
  return Buffer.from(
    JSON.stringify({ algorithm, challenge, number: solved.number, salt, signature }),
  ).toString('base64')
}
