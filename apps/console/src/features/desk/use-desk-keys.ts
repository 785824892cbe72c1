import { createStore, deviceMemory, useStore } from '@danbao/ui'
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
  const { key } = event
  if (key === 'j' || key === 'ArrowDown') walk(rows, at, 1)
  else if (key === 'k' || key === 'ArrowUp') walk(rows, at, -1)
  else if (key === 't') onTake(at)
  else if (key === '?') onHelp()
  else if (key === 'Escape') onLeave()
  else return
  event.preventDefault()
}

/** From the row with the focus, else from the case that is open, else from the end. */
function walk(rows: readonly HTMLElement[], focused: number, step: 1 | -1): void {
  const open = rows.findIndex((row) => row.getAttribute('aria-current') === 'page')
  const from = focused >= 0 ? focused : open
  const to = from < 0 && step < 0 ? rows.length - 1 : from + step
  rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus()
}
