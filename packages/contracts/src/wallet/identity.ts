import { z } from 'zod'
import type { AppRoute } from '../app-route.ts'
import { id, timestamp } from '../primitives.ts'

export const IDENTITY_DOCUMENTS = [
  'passport',
  'identity_card',
  'residence_permit',
  'driving_licence',
] as const
export type IdentityDocument = (typeof IDENTITY_DOCUMENTS)[number]

export const DOCUMENT_SIDES = ['front', 'back', 'selfie'] as const
export type DocumentSide = (typeof DOCUMENT_SIDES)[number]

/** Which pictures each document needs; a selfie is always welcome and never needed. */
export const NEEDED_SIDES: Readonly<Record<IdentityDocument, readonly DocumentSide[]>> = {
  passport: ['front'],
  identity_card: ['front', 'back'],
  residence_permit: ['front', 'back'],
  driving_licence: ['front', 'back'],
}

/**
 * `collecting`: pictures are missing or can be replaced. `reading`: a machine reads them, some
 * seconds. `to_confirm`: the person looks at what was read. `submitted`: staff decide.
 * `more_needed`: staff want some pictures anew. The others are the end.
 */
export const IDENTITY_STATES = [
  'collecting',
  'reading',
  'to_confirm',
  'submitted',
  'more_needed',
  'approved',
  'refused',
  'withdrawn',
] as const
export type IdentityState = (typeof IDENTITY_STATES)[number]

export const IDENTITY_REASONS = [
  'unreadable',
  'not_genuine',
  'wrong_document',
  'expired',
  'under_age',
  'name_mismatch',
  'data_mismatch',
  'selfie_mismatch',
  'other',
] as const
export type IdentityReason = (typeof IDENTITY_REASONS)[number]

/** What a person agrees to with an identity check; kept with it word for word. */
export const IDENTITY_CONSENT = {
  en: 'I agree that Danbao reads and keeps these pictures and the data on them, encrypted, to check who I am, for as long as the law asks for it.',
  ru: 'Я согласен(на), что Danbao прочитает эти изображения и данные на них и будет хранить их в зашифрованном виде, чтобы проверить мою личность, столько, сколько требует закон.',
  zh: '我同意 Danbao 读取并加密保存这些图片及其中的数据，用于核实我的身份，保存期限以法律要求为准。',
} as const

const trimmed = (max: number) => z.string().trim().min(1, 'must not be empty').max(max)
/** ICAO's three letters; Germany's `D` stands alone. */
const icaoCountry = z.string().regex(/^[A-Z]{1,3}$/, 'must be the code on the document')

/** What stands on the document, as its holder confirms it. */
export const identityData = z.strictObject({
  family_name: trimmed(100),
  given_name: z.string().trim().max(100).meta({ description: 'Empty: the document shows none.' }),
  birth_date: z.iso.date(),
  nationality: icaoCountry.nullable(),
  issuing_country: icaoCountry,
  document_number: trimmed(40),
  expires_on: z.iso.date().nullable().meta({ description: 'Null: it does not expire.' }),
})
export type IdentityData = z.infer<typeof identityData>

/** Each has its words in the apps. */
export const IDENTITY_CHECKS = [
  'format',
  'number_digit',
  'birth_digit',
  'expiry_digit',
  'personal_digit',
  'composite_digit',
  'issuing_country',
  'nationality',
  'birth_date',
  'age',
  'expiry',
  'document_type',
  'name',
  'number',
  'corrected',
] as const
export type IdentityCheckName = (typeof IDENTITY_CHECKS)[number]

export const identityVerdict = z.object({
  check: z.enum(IDENTITY_CHECKS),
  ok: z.boolean().nullable().meta({ description: 'Null: a machine can not tell.' }),
  detail: z.string().nullable().meta({ description: 'A code that says more, e.g. test_document.' }),
})
export type IdentityVerdict = z.infer<typeof identityVerdict>

export const identityPicture = z.object({
  side: z.enum(DOCUMENT_SIDES),
  needed: z.boolean(),
  document: id('doc').nullable().meta({ description: 'Null: missing.' }),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  uploaded_at: timestamp.nullable(),
})
export type IdentityPicture = z.infer<typeof identityPicture>

export const identityCheckView = z.object({
  id: id('idc'),
  object: z.literal('identity_check'),
  state: z.enum(IDENTITY_STATES),
  version: z.number().int().meta({ description: 'Grows with each change.' }),
  document_type: z.enum(IDENTITY_DOCUMENTS),
  pictures: z.array(identityPicture),
  reading: z.enum(['not_yet', 'under_way', 'read', 'unreadable', 'nothing_to_read']),
  read: identityData.partial().nullable().meta({ description: 'To fill the form with.' }),
  confirmed: identityData.nullable(),
  verdicts: z.array(identityVerdict),
  reason: z
    .object({ code: z.enum(IDENTITY_REASONS), words: z.string().nullable() })
    .nullable()
    .meta({ description: 'Why it was refused, or what is asked for.' }),
  asked_sides: z.array(z.enum(DOCUMENT_SIDES)),
  created_at: timestamp,
  submitted_at: timestamp.nullable(),
  answer_by: timestamp.nullable().meta({ description: 'Until when staff answer.' }),
  decided_at: timestamp.nullable(),
})
export type IdentityCheckView = z.infer<typeof identityCheckView>

export const identityView = z.object({
  object: z.literal('identity'),
  current: identityCheckView.nullable().meta({ description: 'The newest one.' }),
  earlier: z.array(identityCheckView.pick({ id: true, state: true, created_at: true })),
  may_start: z.boolean(),
  profile_document: z.enum(IDENTITY_DOCUMENTS).nullable(),
  specimen: z.boolean().meta({ description: 'A sandbox draws a specimen passport to try it with' }),
  proof: z
    .object({
      document_type: z.enum(IDENTITY_DOCUMENTS),
      approved_at: timestamp,
      expires_on: z.iso.date().nullable(),
      renewal: z.enum(['not_yet', 'soon', 'expired']),
    })
    .nullable()
    .meta({ description: 'The document that level 2 rests on, or rested on until it expired.' }),
})
export type IdentityView = z.infer<typeof identityView>

export const startIdentityRequest = z.strictObject({ document_type: z.enum(IDENTITY_DOCUMENTS) })
export const identitySideQuery = z.strictObject({ side: z.enum(DOCUMENT_SIDES) })
export const submitIdentityRequest = z.strictObject({
  data: identityData,
  consent: z.literal(true, { error: 'is needed' }),
})
export type SubmitIdentityRequest = z.infer<typeof submitIdentityRequest>

const idc = { id: 'idc' } as const
const ANSWER = { access: 'person', response: identityCheckView } as const

export const identityRoutes = {
  getIdentity: {
    method: 'GET',
    path: '/wallet/api/identity',
    access: 'person',
    response: identityView,
    refusals: [],
  },
  /** A passport of Utopia in the person's name, to be uploaded. */
  getSpecimenPassport: {
    method: 'GET',
    path: '/wallet/api/sandbox/specimen-passport',
    access: 'person',
    response: 'file',
    sandboxOnly: true,
    refusals: [],
  },
  startIdentityCheck: {
    ...ANSWER,
    method: 'POST',
    path: '/wallet/api/identity',
    body: startIdentityRequest,
    refusals: ['wrong_state', 'try_later'],
  },
  uploadIdentityPicture: {
    ...ANSWER,
    method: 'PUT',
    path: '/wallet/api/identity/{id}/pictures',
    params: idc,
    query: identitySideQuery,
    body: 'file',
    refusals: [
      'not_found',
      'wrong_state',
      'file_too_large',
      'file_type',
      'file_unreadable',
      'picture_unfit',
      'try_later',
    ],
  },
  removeIdentityPicture: {
    ...ANSWER,
    method: 'DELETE',
    path: '/wallet/api/identity/{id}/pictures',
    params: idc,
    query: identitySideQuery,
    refusals: ['not_found', 'wrong_state'],
  },
  /** A small JPEG of one's own picture. */
  getIdentityPicture: {
    method: 'GET',
    path: '/wallet/api/identity/pictures/{id}',
    access: 'person',
    params: { id: 'doc' },
    response: 'file',
    refusals: ['not_found'],
  },
  /** Has the pictures read; look at the check again until it is not `reading` any more. */
  readIdentityDocument: {
    ...ANSWER,
    method: 'POST',
    path: '/wallet/api/identity/{id}/read',
    params: idc,
    refusals: ['not_found', 'wrong_state', 'step_missing'],
  },
  submitIdentityCheck: {
    ...ANSWER,
    method: 'POST',
    path: '/wallet/api/identity/{id}/submit',
    params: idc,
    body: submitIdentityRequest,
    refusals: ['invalid_request', 'not_found', 'wrong_state', 'document_in_use'],
  },
  withdrawIdentityCheck: {
    ...ANSWER,
    method: 'POST',
    path: '/wallet/api/identity/{id}/withdraw',
    params: idc,
    refusals: ['not_found', 'wrong_state'],
  },
} as const satisfies Record<string, AppRoute>

export type IdentityRoutes = typeof identityRoutes
