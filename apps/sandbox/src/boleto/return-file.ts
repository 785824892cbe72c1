export interface PaidBoleto {
  /** What the bank knows it by: the digits of the free field. */
  readonly ourNumber: string
  readonly centavos: bigint
  readonly payer: string
  readonly taxId: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** A return file of 240 characters of Banco do Brasil that tells of one payment (movement 06). */
export function writeReturnFile(paid: PaidBoleto, sequence: number): string {
  const day = dayOf(paid.at)
  const number = (sequence % 1_000_000).toString().padStart(6, '0')
  const amount = paid.centavos.toString().padStart(15, '0')
  const detail = (record: number, segment: 'T' | 'U') =>
    line([
      [1, '00100013'],
      [9, record.toString().padStart(5, '0')],
      [14, segment],
      [16, '06'],
    ])
  const kind = paid.taxId === '' ? '0' : paid.taxId.length === 11 ? '1' : '2'
  const lines = [
    line([
      [1, '00100000'],
      [18, '2'],
      [19, '11222333000181'],
      [143, '2'],
      [144, day],
      [158, number],
    ]),
    line([[1, '00100011T01']]),
    over(detail(1, 'T'), [
      ...([
        [38, paid.ourNumber],
        [58, '7'],
        [74, day],
        [82, amount],
      ] as const),
      ...([
        [133, kind],
        [134, paid.taxId.padStart(15, '0')],
        [149, plain(paid.payer)],
      ] as const),
      [199, '0'.repeat(15)],
    ]),
    over(detail(2, 'U'), [
      ...([
        [18, '0'.repeat(60)],
        [78, amount],
        [93, amount],
        [108, '0'.repeat(30)],
      ] as const),
      ...([
        [138, day],
        [146, day],
      ] as const),
    ]),
    line([
      [1, '00100015'],
      [18, '000004'],
    ]),
    line([
      [1, '00199999'],
      [18, '000001'],
      [24, '000006'],
    ]),
  ]
  return `${lines.join('\r\n')}\r\n`
}

/** A text, and the place where it begins, counted from 1. */
type Field = readonly [place: number, text: string]

function line(fields: readonly Field[]): string {
  return over(' '.repeat(240), fields)
}

function over(text: string, fields: readonly Field[]): string {
  return fields.reduce(
    (written, [place, value]) =>
      written.slice(0, place - 1) + value + written.slice(place - 1 + value.length),
    text,
  )
}

/** `DDMMAAAA`. */
function dayOf(at: number): string {
  const [year = '', month = '', day = ''] = new Date(at).toISOString().slice(0, 10).split('-')
  return `${day}${month}${year}`
}

/** In the letters of such files. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]/g, '?')
    .toUpperCase()
    .slice(0, 40)
}
