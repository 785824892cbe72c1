import type { IdentityCheckView, IdentityData } from '@danbao/contracts/wallet'
import { type FormHandle, useForm, useWords } from '@danbao/ui'
import { api } from '../../api.ts'
import { confirmWords } from './confirm-words.ts'
import type { Difference } from './differences.ts'
import { useRefreshIdentity, useShowCheck } from './use-identity.ts'

/** What the select says for a document without a nationality. */
export const NO_NATIONALITY = 'none'

const NEEDED = [
  'family_name',
  'birth_date',
  'nationality',
  'issuing_country',
  'document_number',
] as const

export type ConfirmForm = FormHandle<ReturnType<typeof initialOf>>

export interface ConfirmOptions {
  /** What differs from the document and was not said to be meant so. */
  readonly unanswered: (values: ConfirmForm['values']) => readonly Difference[]
}

/** Filled with what was read; kept when the person leaves, until another picture is read. */
export function useConfirmForm(
  check: IdentityCheckView,
  { unanswered }: ConfirmOptions,
): ConfirmForm {
  const t = useWords(confirmWords)
  const show = useShowCheck()
  const refresh = useRefreshIdentity()
  const country = { unknown_country: t('unknown_country'), test_document: t('test_document') }
  const birth = { under_age: t('under_age'), too_old: t('birth_wrong'), wrong: t('birth_wrong') }
  return useForm({
    initial: initialOf(check),
    keep: `identity.${check.id}.${check.version}`,
    secrets: ['document_number'],
    check: (values) => ({
      ...Object.fromEntries(unanswered(values).map(({ field }) => [field, t('which_right')])),
      ...Object.fromEntries(
        NEEDED.filter((name) => values[name].trim() === '').map((name) => [name, t('needed')]),
      ),
      expires_on: values.unlimited || values.expires_on !== '' ? undefined : t('needed'),
      consent: values.consent ? undefined : t('consent_needed'),
    }),
    told: {
      birth_date: birth,
      expires_on: { expired: t('expired') },
      issuing_country: country,
      nationality: country,
    },
    submit: (values) =>
      api.call('submitIdentityCheck', {
        params: { id: check.id },
        body: { data: dataOf(values), consent: true },
      }),
    done: show,
    refused: ({ code }) => {
      if (code === 'wrong_state' || code === 'not_found') refresh()
      return false
    },
  })
}

/** Null is an answer of the document; what is absent was not read. */
function initialOf({ read }: Pick<IdentityCheckView, 'read'>) {
  const { nationality = '', expires_on: expires = '', ...rest } = read ?? {}
  const { family_name = '', given_name = '', birth_date = '' } = rest
  const { issuing_country = '', document_number = '' } = rest
  return {
    family_name,
    given_name,
    birth_date,
    nationality: nationality ?? NO_NATIONALITY,
    issuing_country,
    document_number,
    expires_on: expires ?? '',
    unlimited: expires === null,
    consent: false,
  }
}

function dataOf(values: ReturnType<typeof initialOf>): IdentityData {
  const { nationality, unlimited, expires_on: expires, consent: _consent, ...plain } = values
  return {
    ...plain,
    nationality: nationality === NO_NATIONALITY ? null : nationality,
    expires_on: unlimited ? null : expires,
  }
}
