import { createStore, deviceMemory, latinLetter, useStore } from '@danbao/ui'
import { type RefObject, useEffect, useRef } from 'react'

const KEY = 'console.keys'
const keysOn = createStore(deviceMemory.read(KEY) !== 'off')

/** Whether single keys do something: voice control types letters, so they can be switched off. */
export function useKeysOn(): readonly [boolean, (on: boolean) => void] {
  return [
    useStore(keysOn),
    (on) => {
      deviceMemory.write(KEY, on ? 'on' : 'off')
      keysOn.set(on)
    },
  ]
}

export interface DeskKeys {
  /** The queue's list, whose links are walked through. */
  readonly list: RefObject<HTMLElement | null>
  /** The row that has the focus, from 0; -1: none has, so the open case is meant. */
  readonly onTake: (row: number) => void
  readonly onHelp: () => void
  readonly onLeave: () => void
}

/** j and k or arrows walk through the queue, t takes, Escape goes back to the queue, ? helps. */
export function useDeskKeys(keys: DeskKeys): void {
  const [on] = useKeysOn()
  const present = useRef(keys)
  present.current = keys
  useEffect(() => {
    if (!on) return
    const listen = (event: KeyboardEvent): void => {
      if (isMeant(event, present.current.list.current)) answer(event, present.current)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [on])
}

/** Not while somebody types, chooses or answers a dialog. */
function isMeant(event: KeyboardEvent, list: HTMLElement | null): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.querySelector('dialog[open]') !== null) return false
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('textarea, select, input:not([type=radio], [type=checkbox])')) return false
  if (!event.key.startsWith('Arrow')) return true
  return target === document.body || list?.contains(target) === true
}

function answer(event: KeyboardEvent, { list, onTake, onHelp, onLeave }: DeskKeys): void {
  const rows = [...(list.current?.querySelectorAll('a') ?? [])]
  const at = rows.findIndex((row) => row === document.activeElement)
  const meant = meantBy(event)
  if (meant === 'next') walk(rows, at, 1)
  else if (meant === 'previous') walk(rows, at, -1)
  else if (meant === 'take') onTake(at)
  else if (meant === 'help') onHelp()
  else if (meant === 'leave') onLeave()
  else return
  event.preventDefault()
}

const BY_LETTER: Readonly<Record<string, DeskKey>> = { j: 'next', k: 'previous', t: 'take' }
const BY_NAME: Readonly<Record<string, DeskKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Escape: 'leave',
  '?': 'help',
}

export type DeskKey = 'next' | 'previous' | 'take' | 'help' | 'leave'

/**
 * What a key does, on any layout. A Russian keyboard has its question mark at another key and a
 * comma here: both help.
 */
export function meantBy(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>,
): DeskKey | undefined {
  if (event.code === 'Slash' && event.shiftKey) return 'help'
  return BY_NAME[event.key] ?? BY_LETTER[latinLetter(event) ?? '']
}

/** From the row with the focus, else from the case that is open, else from the end. */
function walk(rows: readonly HTMLElement[], focused: number, step: 1 | -1): void {
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'page')
  const from = focused >= 0 ? focused : open
  const to = from < 0 && step < 0 ? rows.length - 1 : from + step
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus()
}
