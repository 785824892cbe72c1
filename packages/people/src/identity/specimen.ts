import sharp from 'sharp'
import { checkDigit } from './mrz/check-digit.ts'
import { drawStrokes } from './stroke-font.ts'

/** Whose a drawn document is. It is of Utopia, ICAO's own country, and marked as a specimen. */
export interface Specimen {
  readonly familyName: string
  readonly givenName: string
  readonly number: string
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
  readonly expiresOn: string
  readonly sex: 'F' | 'M' | '<'
}

export const ANNA: Specimen = {
  familyName: 'ERIKSSON',
  givenName: 'ANNA MARIA',
  number: 'L898902C3',
  birthDate: '1974-08-12',
  expiresOn: '2034-04-15',
  sex: 'F',
}

const COUNTRY = 'UTO'

/** The two lines of 44 characters of its passport. */
export function passportLines(of: Specimen): readonly string[] {
  const number = withDigit(of.number.padEnd(9, '<'))
  const [birth, expiry] = [withDigit(short(of.birthDate)), withDigit(short(of.expiresOn))]
  const personal = `${'<'.repeat(14)}0`
  const composite = checkDigit(number + birth + expiry + personal)
  return [
    `P<${COUNTRY}${names(of)}`.padEnd(44, '<').slice(0, 44),
    `${number}${COUNTRY}${birth}${of.sex}${expiry}${personal}${composite}`,
  ]
}

/** The three lines of 30 characters on the back of its identity card. */
export function cardLines(of: Specimen): readonly string[] {
  const first = `${withDigit(of.number.padEnd(9, '<'))}${'<'.repeat(15)}`
  const [birth, expiry] = [withDigit(short(of.birthDate)), withDigit(short(of.expiresOn))]
  const optional = '<'.repeat(11)
  const composite = checkDigit(first + birth + expiry + optional)
  return [
    `I<${COUNTRY}${first}`,
    `${birth}${of.sex}${expiry}${COUNTRY}${optional}${composite}`,
    names(of).padEnd(30, '<').slice(0, 30),
  ]
}

function names({ familyName, givenName }: Specimen): string {
  return `${familyName}<<${givenName}`.replaceAll(' ', '<').replaceAll('-', '<')
}

function short(day: string): string {
  return day.slice(2).replaceAll('-', '')
}

function withDigit(field: string): string {
  return field + checkDigit(field)
}

export type SpecimenPage = 'passport' | 'card_front' | 'card_back'

/** The page as a JPEG of about 1300 by 900 pixels, the same on every machine. */
export async function drawSpecimen(of: Specimen, page: SpecimenPage): Promise<Buffer> {
  return sharp(Buffer.from(specimenSvg(of, page)))
    .jpeg({ quality: 90 })
    .toBuffer()
}

const [WIDTH, HEIGHT] = [1300, 900] as const
const INK = '#1d2b3a'

function specimenSvg(of: Specimen, page: SpecimenPage): string {
  const body = [
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#e4eef2"/>`,
    waves(),
    ...(page === 'card_back' ? [] : [portrait(), ...fields(of, page)]),
    drawStrokes('SPECIMEN', { x: 330, y: 500, height: 60, pitch: 78, colour: '#c2410c' }),
    ...(page === 'passport' ? zone(passportLines(of), 690) : []),
    ...(page === 'card_back' ? zone(cardLines(of), 640) : []),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${body.join('')}</svg>`
}

/** The fine coloured lines that such pages have, which a copy in black and white has not. */
function waves(): string {
  const lines = Array.from({ length: 22 }, (_, index) => {
    const y = 20 + index * 30
    const curve = `M0 ${y}Q160 ${y - 40} 325 ${y}T650 ${y}T975 ${y}T1300 ${y}`
    return `<path d="${curve}" stroke="hsl(${150 + index * 8} 60% 75%)" fill="none" stroke-width="3"/>`
  })
  return lines.join('')
}

function portrait(): string {
  return `<g transform="translate(70 150)"><rect width="300" height="390" fill="#b8d4e8"/>
    <ellipse cx="150" cy="165" rx="85" ry="110" fill="#e0b089"/>
    <path d="M20 390Q150 240 280 390Z" fill="#27507a"/>
    <path d="M65 150Q150 -10 235 150Q150 90 65 150Z" fill="#5b3a21"/></g>`
}

function fields(of: Specimen, page: SpecimenPage): string[] {
  const title = page === 'passport' ? 'UTOPIA - PASSPORT' : 'UTOPIA - IDENTITY CARD'
  const rows = [of.familyName, of.givenName, of.number, of.birthDate, of.expiresOn]
  return [
    drawStrokes(title, { x: 70, y: 55, height: 40, pitch: 46, colour: '#14532d' }),
    ...rows.map((text, index) =>
      drawStrokes(text, { x: 420, y: 165 + index * 64, height: 28, pitch: 32, colour: INK }),
    ),
  ]
}

function zone(lines: readonly string[], top: number): string[] {
  const pitch = lines.length === 3 ? 40 : 27.4
  return [
    `<rect y="${top - 30}" width="${WIDTH}" height="${HEIGHT - top + 30}" fill="#f4f7f8"/>`,
    ...lines.map((line, index) =>
      drawStrokes(line, {
        x: 50,
        y: top + index * (lines.length === 3 ? 76 : 84),
        height: lines.length === 3 ? 36 : 28,
        pitch,
        colour: '#101010',
      }),
    ),
  ]
}
