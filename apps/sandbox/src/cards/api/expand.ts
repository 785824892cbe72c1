import { refusal } from '../api-error.ts'

const MOST_DEPTH = 4

/** Puts objects in the place of their ids, e.g. by `['setup_intent.payment_method']`. */
export function expand(
  shown: unknown,
  paths: readonly string[],
  find: (id: string) => object | undefined,
): unknown {
  return paths.reduce((value, path) => {
    const names = path.split('.')
    if (names.length > MOST_DEPTH) {
      throw refusal(`You cannot expand more than ${MOST_DEPTH} levels of a property.`)
    }
    const refuse = (): never => {
      throw refusal(`This property cannot be expanded (${path}).`, { param: 'expand' })
    }
    return expandPath(value, names, { find, refuse })
  }, shown)
}

interface Looking {
  readonly find: (id: string) => object | undefined
  readonly refuse: () => never
}

function expandPath(value: unknown, names: readonly string[], looking: Looking): unknown {
  const [name, ...rest] = names
  if (name === undefined || value === null) return value
  if (Array.isArray(value)) return value.map((one) => expandPath(one, names, looking))
  if (typeof value !== 'object' || !Object.hasOwn(value, name)) return looking.refuse()
  const inner: unknown = Reflect.get(value, name)
  const found = typeof inner === 'string' ? looking.find(inner) : inner
  if (found === undefined || typeof found !== 'object') return looking.refuse()
  return { ...value, [name]: expandPath(found, rest, looking) }
}
