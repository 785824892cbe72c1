// Draws payment-states.md from the state machine: node docs/draw-payment-states.ts
import { writeFile } from 'node:fs/promises'
import { PAYMENT_STATES, type PaymentState } from '@danbao/contracts'
import { TRANSITIONS } from '@danbao/core'
import { format, resolveConfig } from 'prettier'

export const PAYMENT_STATES_PAGE = new URL('payment-states.md', import.meta.url)

interface Arrow {
  readonly command: string
  readonly from: PaymentState
  readonly to: PaymentState
}

/** The page as it has to be; the committed one is held against it by a test. */
export async function drawPaymentStates(): Promise<string> {
  const arrows = readArrows()
  const text = `${HEAD}\n${drawDiagram(arrows)}\n${FOOT}\n${drawTable(arrows)}\n`
  const style = await resolveConfig(PAYMENT_STATES_PAGE)
  return format(text, { ...style, parser: 'markdown' })
}

const HEAD = `# The states of a payment

Drawn from \`packages/core/src/payments/state-machine.ts\` by \`node docs/draw-payment-states.ts\`; do
not edit it by hand. Who may give which command, and what it does to the money, is in
[money-rules.md](money-rules.md#the-life-of-a-payment).
`

const FOOT = `
\`due_…\` is the clock: nobody acted in time. \`end_dispute\` is the end of a dispute by its own rules,
or its withdrawal. \`split\` means that both sides got money out of escrow. \`dispute\` and \`claim\` are
one request of the API: which of them it is follows from the state. A command that is not here for a
state is refused with \`wrong_state\`.
`

function readArrows(): readonly Arrow[] {
  const arrows: Arrow[] = []
  for (const [command, row] of Object.entries(TRANSITIONS)) {
    const targets = new Map<string, readonly PaymentState[]>(Object.entries(row))
    for (const from of PAYMENT_STATES) {
      for (const to of targets.get(from) ?? []) arrows.push({ command, from, to })
    }
  }
  return arrows
}

function drawDiagram(arrows: readonly Arrow[]): string {
  const labels = new Map<string, string[]>()
  for (const { command, from, to } of arrows) {
    const ends = `${from} --> ${to}`
    labels.set(ends, [...(labels.get(ends) ?? []), command])
  }
  const ends = PAYMENT_STATES.filter((state) => isEnd(state, arrows))
  const lines = [
    '[*] --> requires_payment: create',
    ...[...labels].map(([arrow, commands]) => `${arrow}: ${commands.join(', ')}`),
    ...ends.map((state) => `${state} --> [*]`),
  ]
  const body = lines.map((line) => `  ${line}`).join('\n')
  return `\`\`\`mermaid\nstateDiagram-v2\n${body}\n\`\`\``
}

/** A state that is never left: the payment is closed. */
function isEnd(state: PaymentState, arrows: readonly Arrow[]): boolean {
  return arrows.every(({ from, to }) => from !== state || to === state)
}

function drawTable(arrows: readonly Arrow[]): string {
  const rows = Object.keys(TRANSITIONS).flatMap((command) =>
    PAYMENT_STATES.flatMap((state) => {
      const to = arrows.filter((arrow) => arrow.command === command && arrow.from === state)
      const targets = to.map((arrow) => `\`${arrow.to}\``).join(' or ')
      return to.length === 0 ? [] : [`| \`${command}\` | \`${state}\` | ${targets} |`]
    }),
  )
  const create = '| `create` | – | `requires_payment` |'
  return ['| command | from | to |', '|---|---|---|', create, ...rows].join('\n')
}

if (import.meta.main) await writeFile(PAYMENT_STATES_PAGE, await drawPaymentStates())
