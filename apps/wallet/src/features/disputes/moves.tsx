import type { DisputeView } from '@danbao/contracts'
import type { OwnPaymentDetail } from '@danbao/contracts/wallet'
import { Button, type ButtonKind, Sheet, useWords } from '@danbao/ui'
import { useState } from 'react'
import { type Move, movesOf } from './dispute-situation.ts'
import { MoveForm } from './move-form.tsx'
import { moveWords } from './move-words.ts'
import { OfferForm } from './offer-form.tsx'

export interface MovesProps {
  readonly detail: OwnPaymentDetail
  readonly dispute: DisputeView
}

/** What this side can do now, the most useful first. */
export function Moves({ detail, dispute }: MovesProps) {
  const t = useWords(moveWords)
  const [open, setOpen] = useState<Move>()
  const moves = movesOf(dispute, detail.role)
  const close = (): void => setOpen(undefined)
  if (moves.length === 0) return null
  return (
    <div className="flex flex-col gap-2 sm:flex-row sm:flex-wrap">
      {moves.map((move, at) => (
        <Button key={move} kind={kindOf(move, at)} onClick={() => setOpen(move)}>
          {t(move)}
        </Button>
      ))}
      <Sheet open={open !== undefined} onClose={close} title={open === undefined ? '' : t(open)}>
        {open === 'offer' && <OfferForm detail={detail} dispute={dispute} onDone={close} />}
        {open !== undefined && open !== 'offer' && (
          <MoveForm move={open} detail={detail} dispute={dispute} onDone={close} />
        )}
      </Sheet>
    </div>
  )
}

function kindOf(move: Move, at: number): ButtonKind {
  if (move === 'withdraw' || move === 'escalate') return 'quiet'
  return at === 0 ? 'primary' : 'secondary'
}
