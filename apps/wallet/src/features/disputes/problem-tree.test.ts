import { DISPUTE_REASONS } from '@danbao/contracts'
import { describe, expect, it } from 'vitest'
import {
  canGoBack,
  type Choice,
  leafOf,
  nextQuestion,
  PROBLEM_TREE,
  readPath,
  reasonOf,
  writePath,
} from './problem-tree.ts'

/** Every way through the tree. */
function allPaths(path: readonly Choice[] = []): (readonly Choice[])[] {
  const question = nextQuestion(path)
  if (question === undefined) return [path]
  return PROBLEM_TREE[question].flatMap((choice) => allPaths([...path, choice]))
}

describe('the tree of problems', () => {
  it('ends every way in a reason that the API knows, and reaches each of them', () => {
    const reasons = allPaths().map((path) => {
      const leaf = leafOf(path)
      return leaf === undefined ? undefined : reasonOf(leaf)
    })
    expect(reasons).not.toContain(undefined)
    expect(new Set(reasons)).toEqual(new Set(DISPUTE_REASONS))
  })

  it('asks two questions at most', () => {
    expect(Math.max(...allPaths().map((path) => path.length))).toBe(2)
  })

  it.each(allPaths().map((path) => [writePath(path), path] as const))(
    'is kept and read again: %s',
    (text, path) => expect(readPath(text)).toEqual(path),
  )

  it('goes as far as what was kept makes sense', () => {
    expect(readPath('')).toEqual([])
    expect(readPath('nonsense')).toEqual([])
    expect(readPath('not_received.nonsense')).toEqual(['not_received'])
    expect(readPath('not_received.damaged')).toEqual(['not_received'])
    expect(readPath('wrong_amount.lost')).toEqual(['wrong_amount'])
  })

  it('sends nothing back that did not come', () => {
    expect(DISPUTE_REASONS.filter(canGoBack)).toEqual([
      'not_as_described',
      'damaged',
      'counterfeit',
      'other',
    ])
  })
})
