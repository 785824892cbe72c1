import type { DisputeReason } from '@danbao/contracts'

/** What can be wrong with a purchase, from the general to the particular. */
export const PROBLEM_TREE = {
  start: ['not_received', 'not_right', 'wrong_amount', 'not_mine', 'something_else'],
  not_received: ['on_its_way', 'says_delivered', 'lost', 'sent_back', 'no_number'],
  not_right: ['wrong_item', 'other_quality', 'parts_missing', 'damaged', 'counterfeit'],
} as const

type Branch = keyof typeof PROBLEM_TREE
export type Choice = (typeof PROBLEM_TREE)[Branch][number]

/** Every choice that no further question follows ends in a reason that the API knows. */
const REASONS = {
  on_its_way: 'not_received',
  says_delivered: 'not_received',
  lost: 'not_received',
  sent_back: 'not_received',
  no_number: 'not_received',
  wrong_item: 'not_as_described',
  other_quality: 'not_as_described',
  parts_missing: 'not_as_described',
  damaged: 'damaged',
  counterfeit: 'counterfeit',
  wrong_amount: 'wrong_amount',
  not_mine: 'unauthorised',
  something_else: 'other',
} as const satisfies Record<Exclude<Choice, Branch>, DisputeReason>

export type Leaf = keyof typeof REASONS

/** Before the question of money: what may spare the dispute, or has to be done at once. */
const ADVICE: Readonly<Partial<Record<Choice, true>>> = {
  on_its_way: true,
  says_delivered: true,
  sent_back: true,
  counterfeit: true,
  not_mine: true,
}

/** What came and can go back. */
const RETURNABLE: readonly DisputeReason[] = ['not_as_described', 'damaged', 'counterfeit', 'other']

/** The choices in the order in which they were made, as an address or a form keeps them. */
export function readPath(text: string): readonly Choice[] {
  const path: Choice[] = []
  let open: readonly Choice[] = PROBLEM_TREE.start
  for (const word of text.split('.')) {
    const found = open.find((choice) => choice === word)
    if (found === undefined) return path
    path.push(found)
    open = isBranch(found) ? PROBLEM_TREE[found] : []
  }
  return path
}

export function writePath(path: readonly Choice[]): string {
  return path.join('.')
}

/** The question that is to be answered next; undefined: all are answered. */
export function nextQuestion(path: readonly Choice[]): Branch | undefined {
  const last = path.at(-1)
  if (last === undefined) return 'start'
  return isBranch(last) ? last : undefined
}

/** Those that were answered, and the one that is open. */
export function questionsOf(path: readonly Choice[]): readonly Branch[] {
  return ['start' as const, ...path.filter(isBranch)]
}

/** Where the path has ended; undefined: there is a question left. */
export function leafOf(path: readonly Choice[]): Leaf | undefined {
  const last = path.at(-1)
  return last === undefined || isBranch(last) ? undefined : last
}

export function reasonOf(leaf: Leaf): DisputeReason {
  return REASONS[leaf]
}

export function hasAdvice(leaf: Leaf): boolean {
  return ADVICE[leaf] === true
}

export function canGoBack(reason: DisputeReason): boolean {
  return RETURNABLE.includes(reason)
}

function isBranch(choice: Choice): choice is Exclude<Branch, 'start'> & Choice {
  return Object.hasOwn(PROBLEM_TREE, choice)
}
