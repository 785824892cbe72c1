import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Gallery, openGallery } from './gallery.ts'
import { openStage, type Stage } from './open-stage.ts'

let stage: Stage
let gallery: Gallery
beforeAll(async () => {
  stage = await openStage()
  gallery = await openGallery(stage, 'console')
}, 90_000)
afterAll(() => stage.close())

const OUTSIDE = [
  ['sign-in', '/sign-in'],
  ['password-bad-link', '/password?token=wrong'],
] as const

describe('every screen of the console, in each language and size', { timeout: 600_000 }, () => {
  it('of somebody who is not signed in', async () => {
    for (const [name, path] of OUTSIDE) await gallery.show(name, path)
    await gallery.close()
    expect(gallery.findings).toEqual([])
  })
})
