import type { z } from 'zod'
import { refusal } from '../api-error.ts'

/** Throws ApiError that names the first parameter that is wrong, as Stripe does. */
export function parseParams<T>(schema: z.ZodType<T>, params: Record<string, unknown>): T {
  const parsed = schema.safeParse(params)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue === undefined) throw refusal('Invalid request.')
  if (issue.code === 'unrecognized_keys') {
    const param = nameOf([...issue.path, issue.keys[0] ?? ''])
    throw refusal(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param })
  }
  const param = nameOf(issue.path)
  if (valueAt(params, issue.path) === undefined) {
    throw refusal(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  throw refusal(`Invalid ${param}: ${issue.message}`, { param })
}

/** E.g. `card[exp_month]`. */
function nameOf([first = '', ...rest]: readonly PropertyKey[]): string {
  return String(first) + rest.map((part) => `[${String(part)}]`).join('')
}

function valueAt(params: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined,
    params,
  )
}
