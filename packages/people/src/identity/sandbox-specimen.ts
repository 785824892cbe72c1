import { accept, invariant } from '@danbao/kernel'
import type { PeopleDeps } from '../base/deps.ts'
import { plainNumber } from '../base/document-number.ts'
import type { WalletPart } from '../base/handling.ts'
import { type Person, readPerson } from '../base/person.ts'
import { zoneSpellings } from './mrz/transliterate.ts'
import { ANNA, drawSpecimen, type Specimen } from './specimen.ts'

/** In a sandbox nobody has to photograph their own passport: it draws a specimen in their name. */
export function createSpecimenHandlers(deps: PeopleDeps): WalletPart<'getSpecimenPassport'> {
  return {
    async getSpecimenPassport({ personId }) {
      const person = await readPerson(deps.pool, personId)
      invariant(person !== undefined, 'a session belongs to a person')
      const bytes = await drawSpecimen(specimenOf(deps, person), 'passport')
      return accept({ body: { mediaType: 'image/jpeg', bytes } })
    },
  }
}

function specimenOf({ vault }: PeopleDeps, person: Person): Specimen {
  const { givenName, familyName, documentNumber } = person
  const number =
    documentNumber === null ? ANNA.number : vault.open('document_number', documentNumber).toString()
  return {
    ...ANNA,
    givenName: inZone(givenName) ?? ANNA.givenName,
    familyName: inZone(familyName) ?? ANNA.familyName,
    // What a passport has room for.
    number: plainNumber(number).slice(0, 9),
  }
}

/** As a passport would spell the name; undefined for a script that has no table. */
function inZone(name: string | null): string | undefined {
  const spelling = zoneSpellings(name ?? '')[0]
    ?.replaceAll('<', ' ')
    .trim()
  return spelling !== undefined && /^[A-Z ]+$/.test(spelling) ? spelling : undefined
}
