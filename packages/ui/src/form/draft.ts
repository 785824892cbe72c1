import { tabMemory } from '../state/memory.ts'

export type FormValues = Readonly<Record<string, string | boolean>>

/** What was typed into a form and not sent, without its secrets. */
export function readDraft<V extends FormValues>(key: string | undefined, initial: V): V {
  if (key === undefined) return initial
  const kept = parseDraft(tabMemory.read(`draft.${key}`))
  const known = Object.entries(kept).filter(
    ([name, value]) => typeof value === typeof initial[name],
  )
  return { ...initial, ...Object.fromEntries(known) }
}

/** Passwords, codes and documents are never written, not even for the life of a tab. */
export function keepDraft(
  key: string | undefined,
  values: FormValues,
  secrets: readonly string[],
): void {
  if (key === undefined) return
  const plain = Object.entries(values).filter(([name]) => !secrets.includes(name))
  tabMemory.write(`draft.${key}`, JSON.stringify(Object.fromEntries(plain)))
}

export function dropDraft(key: string | undefined): void {
  if (key !== undefined) tabMemory.forget(`draft.${key}`)
}

function parseDraft(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
