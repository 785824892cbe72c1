import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type ApiRefusal, refusalOf } from '../api/api-refusal.ts'
import type { ApiRefusalCode } from '../api/refusal-words.ts'
import { useRefusalText } from '../api/use-refusal-text.ts'
import { useLanguage } from '../words/language.ts'
import { dropDraft, type FormValues, keepDraft, readDraft } from './draft.ts'
import { type FieldErrors, placeErrors } from './place-errors.ts'

type NameOf<V extends FormValues, T> = {
  [K in keyof V & string]: V[K] extends T ? K : never
}[keyof V & string]

export interface FormOptions<V extends FormValues, A> {
  readonly initial: V
  /** Under this name what was typed survives leaving the screen. */
  readonly keep?: string
  /** Fields that are never kept: passwords, codes, numbers of documents. */
  readonly secrets?: readonly (keyof V & string)[]
  /** What can be said before asking the server; a field without complaint is left out. */
  readonly check?: (values: V) => Partial<Record<keyof V & string, string | undefined>>
  readonly submit: (values: V) => Promise<A>
  readonly done?: (answer: A, values: V) => void
  /** The field to which a refusal belongs: { password_wrong: 'password' }. */
  readonly at?: Partial<Record<ApiRefusalCode, keyof V & string>>
  readonly pointers?: Readonly<Record<string, keyof V & string>>
  /** Better words for codes of single fields: { birth_date: { too_young: t('too_young') } }. */
  readonly told?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Sees every refusal; true means that it was dealt with and is not shown. */
  readonly refused?: (refusal: ApiRefusal) => boolean
}

export interface FormHandle<V extends FormValues> {
  readonly values: V
  readonly busy: boolean
  /** What the whole form was refused for; complaints about fields stand at the fields. */
  readonly refusal: ApiRefusal | undefined
  readonly errors: FieldErrors
  readonly ref: RefObject<HTMLFormElement | null>
  readonly set: (change: Partial<V>) => void
  /** Back to the beginning; forgets what was kept. */
  readonly reset: () => void
  readonly onSubmit: (event?: FormEvent) => void
  /** Sends at once, e.g. when the last digit of a code is typed: `form.send({ code })`. */
  readonly send: (change?: Partial<V>) => void
  /** Props of an input with text: TextInput, Select, CodeInput, … */
  readonly text: (name: NameOf<V, string>) => TextBinding
  /** Props of a Checkbox or Switch. */
  readonly flag: (name: NameOf<V, boolean>) => FlagBinding
}

interface TextBinding {
  readonly name: string
  readonly value: string
  readonly error: string | undefined
  readonly onValue: (value: string) => void
}

interface FlagBinding {
  readonly name: string
  readonly checked: boolean
  readonly error: string | undefined
  readonly onChecked: (checked: boolean) => void
}

/** A form that keeps what was typed, sends once, and shows each complaint where it belongs. */
export function useForm<V extends FormValues, A>(options: FormOptions<V, A>): FormHandle<V> {
  const { keep, secrets = [], initial } = options
  const [values, setValues] = useState(() => readDraft(keep, initial))
  const [errors, setErrors] = useState<FieldErrors>({})
  const ref = useRef<HTMLFormElement>(null)
  const sending = useSending(options, setErrors)
  useFocusOnError(ref, sending.refused)

  const set = (change: Partial<V>): void => {
    setValues((before) => {
      const after = { ...before, ...change }
      keepDraft(keep, after, secrets)
      return after
    })
    setErrors((before) => without(before, Object.keys(change)))
  }
  const reset = (): void => {
    dropDraft(keep)
    setValues(initial)
    setErrors({})
    sending.clear()
  }
  const change = (name: string, value: string | boolean): void => {
    const part: Partial<V> = {}
    set(Object.assign(part, { [name]: value }))
  }
  return {
    values,
    errors,
    ref,
    set,
    reset,
    busy: sending.busy,
    refusal: sending.refusal,
    onSubmit: (event) => {
      event?.preventDefault()
      sending.send(values)
    },
    send: (change = {}) => {
      set(change)
      sending.send({ ...values, ...change })
    },
    text: (name) => ({
      name,
      value: String(values[name]),
      error: errors[name],
      onValue: (value) => change(name, value),
    }),
    flag: (name) => ({
      name,
      checked: values[name] === true,
      error: errors[name],
      onChecked: (checked) => change(name, checked),
    }),
  }
}

function useSending<V extends FormValues, A>(
  options: FormOptions<V, A>,
  setErrors: (errors: FieldErrors) => void,
) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<ApiRefusal>()
  // Counts, so that the focus also moves when the same field is wrong again.
  const [refusedTimes, setRefusedTimes] = useState(0)
  // A second press comes before React has drawn the button as busy.
  const underWay = useRef(false)
  const place = usePlace(options)

  const attempt = async (values: V): Promise<void> => {
    try {
      const answer = await options.submit(values)
      dropDraft(options.keep)
      options.done?.(answer, values)
    } catch (error) {
      const refused = refusalOf(error)
      if (options.refused?.(refused) === true) return
      const placed = place(refused, Object.keys(values))
      setErrors(placed)
      setRefusedTimes((times) => times + 1)
      if (Object.keys(placed).length === 0) setRefusal(refused)
    }
  }
  const send = async (values: V): Promise<void> => {
    if (underWay.current) return
    const wrong = complaints(options.check?.(values) ?? {})
    setErrors(wrong)
    setRefusal(undefined)
    if (Object.keys(wrong).length > 0) return setRefusedTimes((times) => times + 1)
    underWay.current = true
    setBusy(true)
    await attempt(values)
    underWay.current = false
    setBusy(false)
  }
  return {
    busy,
    refusal,
    refused: refusedTimes,
    clear: () => setRefusal(undefined),
    send: (values: V) => void send(values),
  }
}

/** Finds the fields that a refusal is about. */
function usePlace<V extends FormValues, A>({ at, pointers = {}, told = {} }: FormOptions<V, A>) {
  const language = useLanguage()
  const tell = useRefusalText()
  return (refusal: ApiRefusal, names: readonly string[]): FieldErrors => {
    const name = at?.[refusal.code]
    if (name !== undefined) return { [name]: tell(refusal) }
    return placeErrors(refusal, names, { language, pointers, told })
  }
}

function complaints(found: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== undefined))
}

function without(errors: FieldErrors, names: readonly string[]): FieldErrors {
  if (!names.some((name) => errors[name] !== undefined)) return errors
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)))
}

/** Keyboards and screen readers go where something is wrong. */
function useFocusOnError(ref: RefObject<HTMLFormElement | null>, refusedTimes: number): void {
  useEffect(() => {
    if (refusedTimes === 0) return
    const first = ref.current?.querySelector('[aria-invalid="true"]')
    if (first instanceof HTMLElement) first.focus()
  }, [ref, refusedTimes])
}
