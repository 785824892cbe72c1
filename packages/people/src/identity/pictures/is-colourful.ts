import sharp from 'sharp'

/** How far apart red, green and blue lie in a point that has a colour, of 255. */
const COLOURED = 24
/** A stamp or a printed line is enough; the noise of a camera is less. */
const LEAST_SHARE = 0.005
const SIDE = 200

/** Whether there is colour in it, more than what compression makes of grey. */
export async function isColourful(jpeg: Buffer): Promise<boolean> {
  const { data } = await sharp(jpeg)
    .resize({ width: SIDE, height: SIDE, fit: 'fill' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  let coloured = 0
  for (let at = 0; at + 2 < data.length; at += 3) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    if (Math.max(red, green, blue) - Math.min(red, green, blue) >= COLOURED) coloured += 1
  }
  return coloured >= SIDE * SIDE * LEAST_SHARE
}
