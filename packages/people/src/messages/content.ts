import { z } from 'zod'
import type { Vault } from '../base/vault.ts'

/** What is sent. It is sealed as soon as it is written, and erased once it was sent. */
export type Content = z.infer<typeof content>

const goodUntil = z.int().optional()
const content = z.discriminatedUnion('channel', [
  z.strictObject({
    channel: z.literal('mail'),
    subject: z.string(),
    text: z.string(),
    html: z.string(),
    goodUntil,
  }),
  z.strictObject({ channel: z.literal('sms'), text: z.string(), goodUntil }),
])

const PURPOSE = 'message'

export function sealContent(vault: Vault, value: Content): Buffer {
  return vault.seal(PURPOSE, JSON.stringify(value))
}

export function openContent(vault: Vault, sealed: Uint8Array): Content {
  return content.parse(JSON.parse(vault.open(PURPOSE, sealed).toString()))
}
