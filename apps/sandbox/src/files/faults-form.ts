import { showFaultForm } from '../pages/fault-form.ts'
import type { Html } from '../pages/html.ts'
import { readSwitches } from '../pages/switches.ts'
import type { Language } from '../pages/words.ts'
import type { Courier } from './courier.ts'
import { fileWordsFor } from './words.ts'

const SWITCHES = ['twice', 'cut', 'swapped'] as const

/** What goes wrong with files, for the pages of those who write them. */
export function showFileFaults({ faults }: Courier, language: Language): Html {
  const words = fileWordsFor(language)
  return showFaultForm({
    ...{ names: SWITCHES, words, settings: faults.read(), action: '/files/faults' },
    back: { action: '/files/faults/off', label: words.noFaults },
  })
}

export function readFileFaults(fields: Readonly<Record<string, unknown>>): unknown {
  return readSwitches(SWITCHES, fields)
}
