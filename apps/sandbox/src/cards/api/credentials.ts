import { ApiError, refusal } from '../api-error.ts'

/** Throws ApiError unless it is `Bearer` and a secret key of a sandbox, whichever. */
export function checkKey(authorization: string | undefined): void {
  const key = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1]
  if (key === undefined) {
    throw unauthorized(
      'You did not provide an API key. You need to provide your API key in the Authorization ' +
        "header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
    )
  }
  if (!/^[sr]k_(test_|sandbox)\w*$/.test(key)) {
    throw unauthorized(`Invalid API Key provided: ${mask(key)}`)
  }
}

/** It might be a real one. */
function mask(key: string): string {
  return `${key.slice(0, 7)}${'*'.repeat(8)}`
}

function unauthorized(message: string): ApiError {
  return new ApiError(401, { type: 'invalid_request_error', message })
}

/** All of them are answered alike; what is no version is a mistake. */
export function checkVersion(version: string | undefined): void {
  if (version === undefined || /^\d{4}-\d{2}-\d{2}(\.[a-z_]+)?(;.*)?$/.test(version)) return
  throw refusal(`Invalid Stripe API version: ${version}`)
}
