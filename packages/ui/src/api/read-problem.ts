import type { FieldError } from '@danbao/contracts'
import { ApiRefusal, refusalWithout } from './api-refusal.ts'
import { type ApiRefusalCode, isRefusalCode } from './refusal-words.ts'

/** The problem details (RFC 9457) of an answer that is not ok. */
export async function readProblem(response: Response): Promise<ApiRefusal> {
  const text = await response.text()
  const problem = parseObject(text)
  if (problem === undefined) return refusalWithout('unknown', `HTTP ${response.status}`, text)
  const { code, detail, errors, type: _type, title: _title, status: _status, ...members } = problem
  return new ApiRefusal({
    code: codeOf(code),
    status: response.status,
    detail: typeof detail === 'string' ? detail : '',
    errors: Array.isArray(errors) ? errors.filter(isFieldError) : [],
    members,
  })
}

function codeOf(code: unknown): ApiRefusalCode {
  return isRefusalCode(code) ? code : 'unknown'
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function isFieldError(value: unknown): value is FieldError {
  if (typeof value !== 'object' || value === null) return false
  return 'pointer' in value && 'code' in value && typeof value.pointer === 'string'
}
