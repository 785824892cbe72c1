import type { IdPrefix } from '@danbao/kernel'
import type { z } from 'zod'
import type { AppRefusalCode } from './app-refusals.ts'
import type { RefusalCode } from './refusals.ts'

/** What a member of staff may do; roles are sets of these. */
export const STAFF_PERMISSIONS = [
  'queue.read',
  'queue.assign',
  'person.read',
  'person.search',
  'payment.read',
  'overview.read',
  'identity.review',
  'recovery.decide',
  'closure.prepare',
  'dispute.decide',
  'payment.check',
  'approval.give',
  'account.freeze',
  'session.end',
  'document.view',
  'audit.read',
  'staff.manage',
  'staff.approve',
  'funding.manage',
  'marketplace.read',
  'marketplace.manage',
] as const
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number]

/** Of a file that is sent: the largest photos of telephones have 12 MB. */
export const MAX_FILE_BYTES = 15 * 1024 * 1024

/**
 * Who may call. `anyone`: no session is needed. `registering`: a confirmed e-mail address, also of
 * a person who has not finished. `person`: signed in, every step passed. `staff`: signed in with
 * both factors; a permission: staff who have it.
 */
export type Access = 'anyone' | 'registering' | 'person' | 'staff' | StaffPermission

/**
 * One operation of the interface that the wallet and the console use, over cookies. It is no part
 * of the public API; validation, types and the apps' clients derive from it.
 */
export interface AppRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: `/wallet/api/${string}` | `/console/api/${string}`
  readonly access: Access
  readonly params?: Readonly<Record<string, IdPrefix>>
  readonly query?: z.ZodType
  /** `file`: the bytes of one file as they are, its type in the header. */
  readonly body?: z.ZodType | 'file'
  /** `file`: bytes with a type of their own. */
  readonly response: z.ZodType | 'file'
  /** Its answer is the same for everybody and never changes: each version has its own address. */
  readonly immutable?: true
  /** There only in a sandbox. */
  readonly sandboxOnly?: true
  /** What it can refuse beyond what every route can. */
  readonly refusals: readonly (RefusalCode | AppRefusalCode)[]
}

/** A route's parts as types: parsed, as handlers get them. */
export interface InputOf<R extends AppRoute> {
  readonly params: R extends { params: infer P } ? { readonly [K in keyof P]: string } : undefined
  readonly query: R extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined
  readonly body: R extends { body: infer B }
    ? B extends z.ZodType
      ? z.output<B>
      : UploadedFile
    : undefined
}

/** And as a client sends them. */
export interface RequestOf<R extends AppRoute> {
  readonly params: R extends { params: infer P } ? { readonly [K in keyof P]: string } : undefined
  readonly query: R extends { query: infer Q extends z.ZodType } ? z.input<Q> : undefined
  readonly body: R extends { body: infer B } ? (B extends z.ZodType ? z.input<B> : Blob) : undefined
}

export type AnswerOf<R extends AppRoute> = R['response'] extends z.ZodType
  ? z.output<R['response']>
  : UploadedFile

/** A file as it travels: nobody has looked into it yet. */
export interface UploadedFile {
  readonly mediaType: string
  readonly bytes: Uint8Array
}
