import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { cx } from '../parts/cx.ts'
import { useLocale } from '../words/language.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { type Country, findCountries, listCountries } from './countries.ts'
import { BOX, Field, type FieldProps } from './field.tsx'

const countryWords = words({
  none: { en: 'No country of this name', ru: 'Такой страны нет', zh: '没有这个国家或地区' },
  type: { en: 'Type to search', ru: 'Начните вводить', zh: '输入以搜索' },
})

export interface CountryInputProps extends FieldProps {
  readonly name?: string
  /** Those to choose from, ISO 3166-1 alpha-2. */
  readonly codes: readonly string[]
  /** ISO 3166-1 alpha-2, or empty. */
  readonly value: string
  readonly onValue: (code: string) => void
  readonly disabled?: boolean
}

/** A country: typed in one's own language, in English or as code, then chosen from what fits. */
export function CountryInput(props: CountryInputProps) {
  const { value, onValue, name, codes, disabled, ...field } = props
  const t = useWords(countryWords)
  const box = useCombobox(codes, value, onValue)
  return (
    <Field {...field}>
      {(wiring) => (
        <span className="relative block">
          <input
            {...wiring}
            name={name}
            disabled={disabled}
            type="text"
            role="combobox"
            autoComplete="country-name"
            placeholder={t('type')}
            aria-expanded={box.open}
            aria-controls={`${wiring.id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={box.open ? `${wiring.id}-${box.active}` : undefined}
            value={box.text}
            className={BOX}
            onChange={(event) => box.type(event.target.value)}
            onClick={box.show}
            onKeyDown={box.onKeyDown}
            onBlur={box.leave}
          />
          {box.open && (
            <ul
              id={`${wiring.id}-list`}
              role="listbox"
              aria-label={field.label}
              className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 animate-appear overflow-auto rounded-card border border-line bg-card p-1 shadow-card"
            >
              {box.found.map((country, at) => (
                <Choice
                  key={country.code}
                  id={`${wiring.id}-${at}`}
                  country={country}
                  active={at === box.active}
                  chosen={country.code === value}
                  onChoose={() => box.choose(country)}
                />
              ))}
              {box.found.length === 0 && <li className="p-3 text-ink-soft">{t('none')}</li>}
            </ul>
          )}
        </span>
      )}
    </Field>
  )
}

interface ChoiceProps {
  readonly id: string
  readonly country: Country
  readonly active: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Choice({ id, country, active, chosen, onChoose }: ChoiceProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: 'nearest' })
      }}
      // Before the input loses its focus, which would close the list under the finger.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={cx(
        'flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded-small px-3',
        active && 'bg-jade-wash',
      )}
    >
      {country.name}
      <span aria-hidden className="text-small text-ink-soft">
        {country.code}
      </span>
    </li>
  )
}

function useCombobox(codes: readonly string[], value: string, onValue: (code: string) => void) {
  const locale = useLocale()
  const countries = useMemo(() => listCountries(codes, locale), [codes, locale])
  const english = useMemo(
    () => new Map(listCountries(codes, 'en').map(({ code, name }) => [code, name])),
    [codes],
  )
  const [typed, setTyped] = useState<string>()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = useMemo(
    () => findCountries(typed ?? '', countries, english),
    [typed, countries, english],
  )
  const listed = useRef(found)
  listed.current = found

  const show = (): void => {
    setActive(Math.max(0, typed === undefined ? countries.findIndex((c) => c.code === value) : 0))
    setOpen(true)
  }
  const choose = (country: Country): void => {
    onValue(country.code)
    setTyped(undefined)
    setOpen(false)
  }
  const type = (text: string): void => {
    setTyped(text)
    setActive(0)
    setOpen(true)
  }
  // Leaving with a name that means one country chooses it; anything else goes back to what it was.
  const leave = (): void => {
    const [only, ...others] = typed === undefined || typed === '' ? [] : listed.current
    const exact = listed.current.find(({ name }) => name.toLowerCase() === typed?.toLowerCase())
    const meant = exact ?? (others.length === 0 ? only : undefined)
    if (meant !== undefined) onValue(meant.code)
    setTyped(undefined)
    setOpen(false)
  }
  const step = (by: number): void => {
    if (!open) return show()
    setActive((at) => Math.min(Math.max(at + by, 0), found.length - 1))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const current = found[active]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      step(event.key === 'ArrowDown' ? 1 : -1)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (current !== undefined) choose(current)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setTyped(undefined)
      setOpen(false)
    }
  }
  const name = countries.find(({ code }) => code === value)?.name ?? ''
  return { open, active, found, text: typed ?? name, show, choose, type, leave, onKeyDown }
}
