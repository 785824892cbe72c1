import { deviceMemory } from '../state/memory.ts'
import { createStore, useStore } from '../state/store.ts'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const KEY = 'theme'

const current = createStore<Theme>(
  THEMES.find((theme) => theme === deviceMemory.read(KEY)) ?? 'system',
)

export function useTheme(): Theme {
  return useStore(current)
}

/** Shows this theme from now on, on this device. */
export function chooseTheme(theme: Theme): void {
  deviceMemory.write(KEY, theme)
  current.set(theme)
  markTheme()
}

/** Tells the style sheet, which follows the system by itself. */
export function markTheme(): void {
  const { dataset } = document.documentElement
  if (current.get() === 'system') delete dataset['theme']
  else dataset['theme'] = current.get()
}
