import type { Refusal, UploadedFile } from '@danbao/contracts'
import type { DocumentSide } from '@danbao/contracts/wallet'
import {
  accept,
  hours,
  type Instant,
  minutes,
  refuse,
  type Result,
  type Uuid,
} from '@danbao/kernel'
import type { PoolClient } from '@danbao/database'
import { attempt } from '../base/attempt.ts'
import type { PeopleDeps } from '../base/deps.ts'
import type { PersonVisitor, WalletPart } from '../base/handling.ts'
import { lockPerson } from '../base/person.ts'
import { takeTry, type ThrottleRule, tryLater } from '../base/throttle.ts'
import { afterPicture, hasZone, type IdentityCheck, missingSides, takesPictures } from './check.ts'
import { changeCheck, type CheckChange, findCheck } from './check-store.ts'
import {
  eraseDocuments,
  findDocument,
  keepDocument,
  listDocuments,
  readImage,
  setAside,
} from './documents.ts'
import { takePicture } from './pictures/take-picture.ts'
import { noSuchCheck, noSuchDocument, wrongState } from './refusals.ts'
import type { CheckReply } from './start-check.ts'
import { showCheck } from './view-check.ts'

/** Each costs seconds of computing. */
const UPLOADS: ThrottleRule = { tries: 40, within: hours(1), lock: minutes(15) }

export function createPictureHandlers(
  deps: PeopleDeps,
): WalletPart<
  'uploadIdentityPicture' | 'removeIdentityPicture' | 'getIdentityPicture' | 'readIdentityDocument'
> {
  return {
    uploadIdentityPicture: (who, { params, query, body }) =>
      uploadPicture(deps, who, { id: params.id, side: query.side, file: body }),
    removeIdentityPicture: (who, { params, query }) =>
      changeOwn(deps, who, params.id, removePicture(query.side)),
    getIdentityPicture: ({ personId }, { params }) => showPicture(deps, personId, params.id),
    readIdentityDocument: (who, { params }) => changeOwn(deps, who, params.id, startReading),
  }
}

type Change = (
  client: PoolClient,
  check: IdentityCheck,
  now: Instant,
) => Promise<Result<CheckChange, Refusal>>

/** Changes one's own check under a lock; somebody else's does not exist. */
export async function changeOwn(
  deps: PeopleDeps,
  { personId }: PersonVisitor,
  id: Uuid,
  work: Change,
): CheckReply {
  const now = await deps.now()
  return attempt(deps.pool, async (client) => {
    await lockPerson(client, personId)
    const check = await findCheck(client, deps.vault, id, { lock: true, personId })
    if (check === undefined) return noSuchCheck()
    const change = await work(client, check, now)
    if (!change.ok) return change
    await changeCheck(client, deps.vault, id, change.value)
    return accept({ body: await showCheck(client, deps, id) })
  })
}

/**
 * Before staff have seen a check it is as if the picture had never been sent. After that what they
 * decided upon stays, and the side has to be sent once more: what they asked for is not got round.
 */
function removePicture(side: DocumentSide): Change {
  return async (client, check, now) => {
    if (!takesPictures(check)) return wrongState(check)
    const which = { subjectId: check.id, side, now }
    if (check.submittedAt === null) {
      await eraseDocuments(client, which)
      return accept(afterPicture(check))
    }
    await setAside(client, which)
    const askedSides = [...new Set([...check.askedSides, side])]
    return accept({ ...afterPicture(check), askedSides })
  }
}

interface Upload {
  readonly id: Uuid
  readonly side: DocumentSide
  readonly file: UploadedFile
}

async function uploadPicture(
  deps: PeopleDeps,
  who: PersonVisitor,
  { id, side, file }: Upload,
): CheckReply {
  const { personId } = who
  const check = await findCheck(deps.pool, deps.vault, id, { personId })
  if (check === undefined) return noSuchCheck()
  if (!takesPictures(check)) return wrongState(check)
  const now = await deps.now()
  const tried = await takeTry(deps.pool, `upload:${personId}`, { rule: UPLOADS, now })
  if (!tried.allowed) return refuse(tryLater(tried.lockedUntil))
  // Before the transaction: nobody waits for a lock while a picture is made anew.
  const picture = await takePicture(file)
  if (!picture.ok) return picture
  return changeOwn(deps, who, id, async (client, present, at) => {
    if (!takesPictures(present)) return wrongState(present)
    // What staff have seen stays, so that it can be told what they decided upon.
    if (present.submittedAt === null) {
      await eraseDocuments(client, { subjectId: id, side, now: at })
    }
    await keepDocument(client, deps, { personId, subjectId: id, side, picture: picture.value })
    const askedSides = present.askedSides.filter((asked) => asked !== side)
    return accept({ ...afterPicture(present), askedSides })
  })
}

const startReading: Change = async (client, check, now) => {
  if (!takesPictures(check)) return wrongState(check)
  const missing = missingSides(check, await listDocuments(client, check.id))
  if (missing.length > 0) {
    return refuse({
      code: 'step_missing',
      detail: `Pictures are missing: ${missing.join(', ')}.`,
      members: { sides: missing },
    })
  }
  if (!hasZone(check.documentType)) {
    return accept({ state: 'to_confirm', reading: 'nothing_to_read' })
  }
  return accept({ state: 'reading', reading: 'under_way', attempts: 0, dueAt: now })
}

async function showPicture(deps: PeopleDeps, personId: Uuid, id: Uuid) {
  const document = await findDocument(deps.pool, id, personId)
  const bytes = document === undefined ? undefined : await readImage(deps.pool, deps, id, 'preview')
  if (bytes === undefined) return noSuchDocument()
  return accept({ body: { mediaType: 'image/jpeg', bytes } })
}
