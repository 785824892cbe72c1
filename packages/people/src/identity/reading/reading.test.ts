import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readZone } from '../mrz/zone.ts'
import { ANNA, cardLines, drawSpecimen, passportLines } from '../specimen.ts'
import { readInWorker } from './read-in-worker.ts'

describe('a machine', () => {
  it('reads the zone of a passport, and holds up nobody meanwhile', async () => {
    let turns = 0
    const timer = setInterval(() => (turns += 1), 20)
    const lines = await readInWorker([await drawSpecimen(ANNA, 'passport')])
    clearInterval(timer)
    expect(lines).toEqual(passportLines(ANNA))
    expect(turns).toBeGreaterThan(20)
  })

  it('reads it on the back of a card', async () => {
    const sides = [await drawSpecimen(ANNA, 'card_back'), await drawSpecimen(ANNA, 'card_front')]
    expect(await readInWorker(sides)).toEqual(cardLines(ANNA))
  })

  it('reads a page that lies crooked, and one that stands on its head', async () => {
    const page = await drawSpecimen(ANNA, 'passport')
    const crooked = await sharp(page).rotate(1.5, { background: '#888' }).jpeg().toBuffer()
    const upsideDown = await sharp(page).rotate(180).jpeg().toBuffer()
    for (const picture of [crooked, upsideDown]) {
      const zone = readZone((await readInWorker([picture])) ?? [])
      if (!zone.ok) throw new Error(zone.refusal)
      expect(zone.value).toMatchObject({
        number: 'L898902C3',
        familyName: 'ERIKSSON',
        issuer: 'UTO',
      })
      expect([...zone.value.digits.values()]).not.toContain(false)
    }
  }, 30_000)

  it.each([-7, -3, 2, 5, 8])(
    'reads a page that was held at %d degrees',
    async (degrees) => {
      const page = await drawSpecimen(ANNA, 'passport')
      const turned = sharp(page).rotate(degrees, { background: '#888' }).blur(0.7)
      const picture = await turned.jpeg({ quality: 80 }).toBuffer()
      expect(await readInWorker([picture])).toEqual(passportLines(ANNA))
    },
    30_000,
  )

  it('finds nothing where nothing is', async () => {
    const front = await drawSpecimen(ANNA, 'card_front')
    expect(await readInWorker([front])).toBeUndefined()
    expect(await readInWorker([Buffer.from('no picture')])).toBeUndefined()
  }, 30_000)
})
