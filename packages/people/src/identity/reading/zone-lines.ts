import { FORMATS, type ZoneFormat } from '../mrz/zone.ts'
import { type Component, isFiller } from './components.ts'

/** One place of a line: a filler, or something to be recognised. */
export interface Place {
  readonly component: Component
  readonly filler: boolean
}

export interface ZonePlaces {
  readonly format: ZoneFormat
  readonly lines: readonly (readonly Place[])[]
}

/** The lines of a zone among all that is printed: known by their fillers and their length. */
export function findZone(components: readonly Component[]): ZonePlaces | undefined {
  const places = components.map((component) => ({ component, filler: isFiller(component) }))
  const tall = median(
    places.filter(({ filler }) => filler).map(({ component }) => heightOf(component)),
  )
  if (tall === undefined) return undefined
  const fitting = places.filter(({ component }) => {
    const height = heightOf(component)
    return height > tall * 0.6 && height < tall * 1.9
  })
  const lines = chain(fitting, tall).toSorted((one, other) => middleOf(one) - middleOf(other))
  const names: readonly ZoneFormat[] = ['TD3', 'TD2', 'TD1']
  for (const format of names) {
    const [count, length] = FORMATS[format]
    const full = lines.filter((line) => line.length === length)
    if (full.length >= count && full.some((line) => line.some(({ filler }) => filler))) {
      return { format, lines: full.slice(-count) }
    }
  }
  return undefined
}

/** What follows to the right at the same height; the height may drift, as pages lie crooked. */
function chain(places: readonly Place[], tall: number): Place[][] {
  const lines: Place[][] = []
  const sorted = places.toSorted((one, other) => one.component.left - other.component.left)
  for (const place of sorted) {
    const line = lines.find((candidate) => {
      const last = candidate.at(-1)
      if (last === undefined) return false
      const gap = place.component.left - last.component.right
      return gap < tall * 3 && Math.abs(centre(place) - centre(last)) < tall * 0.6
    })
    if (line === undefined) lines.push([place])
    else line.push(place)
  }
  return lines
}

function heightOf({ top, bottom }: Component): number {
  return bottom - top + 1
}

function centre({ component }: Place): number {
  return (component.top + component.bottom) / 2
}

function middleOf(line: readonly Place[]): number {
  return line.reduce((sum, place) => sum + centre(place), 0) / line.length
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** Places that follow each other without a filler: what is recognised at one time. */
export interface Run {
  readonly start: number
  readonly places: readonly Place[]
}

export function runsOf(line: readonly Place[]): readonly Run[] {
  const runs: { start: number; places: Place[] }[] = []
  for (const [index, place] of line.entries()) {
    if (place.filler) continue
    const last = runs.at(-1)
    if (last !== undefined && last.start + last.places.length === index) last.places.push(place)
    else runs.push({ start: index, places: [place] })
  }
  return runs
}
