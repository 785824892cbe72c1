import { InvariantError } from '@danbao/kernel'

/** The types of columns that bulk statements write. */
export type ColumnType = 'uuid' | 'text' | 'bigint' | 'integer' | 'boolean' | 'timestamptz' | 'date'

/** A uuid or text, a bigint, an integer or an instant (epoch milliseconds), a boolean, or NULL. */
export type ColumnValue = string | bigint | number | boolean | null

/** The types' object ids in PostgreSQL's catalogue; they are the same in every version. */
const OIDS: Readonly<Record<ColumnType, number>> = {
  boolean: 16,
  bigint: 20,
  integer: 23,
  text: 25,
  date: 1082,
  timestamptz: 1184,
  uuid: 2950,
}

/** PostgreSQL counts time from 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1)
const DAY_MS = 86_400_000
const HEADER_BYTES = 20

/**
 * An array in PostgreSQL's binary form. Its text form is read character by character: for bodies
 * of a kilobyte that took most of a transaction's time.
 */
export function encodeArray(type: ColumnType, values: readonly ColumnValue[]): Buffer {
  const writer = new ArrayWriter(type, values.length)
  for (const value of values) writer.add(value)
  return writer.finish()
}

class ArrayWriter {
  readonly #type: ColumnType
  #buffer: Buffer
  #end = HEADER_BYTES
  #hasNull = 0
  readonly #count: number

  constructor(type: ColumnType, count: number) {
    this.#type = type
    this.#count = count
    this.#buffer = Buffer.allocUnsafe(HEADER_BYTES + count * 24)
  }

  add(value: ColumnValue): void {
    if (value === null) {
      this.#reserve(4)
      this.#hasNull = 1
      this.#end = this.#buffer.writeInt32BE(-1, this.#end)
    } else if (typeof value === 'string') {
      this.#addString(value)
    } else if (typeof value === 'bigint') {
      this.#addInt64(value)
    } else if (typeof value === 'boolean') {
      this.#reserve(5)
      this.#buffer.writeInt32BE(1, this.#end)
      this.#end = this.#buffer.writeUInt8(value ? 1 : 0, this.#end + 4)
    } else {
      this.#addNumber(value)
    }
  }

  finish(): Buffer {
    const buffer = this.#buffer
    buffer.writeInt32BE(this.#count === 0 ? 0 : 1, 0)
    buffer.writeInt32BE(this.#hasNull, 4)
    buffer.writeInt32BE(OIDS[this.#type], 8)
    if (this.#count === 0) return buffer.subarray(0, 12)
    buffer.writeInt32BE(this.#count, 12)
    buffer.writeInt32BE(1, 16)
    return buffer.subarray(0, this.#end)
  }

  #addString(value: string): void {
    if (this.#type === 'uuid') return this.#addUuid(value)
    if (this.#type === 'date') {
      this.#reserve(8)
      this.#buffer.writeInt32BE(4, this.#end)
      const day = (Date.parse(value) - EPOCH_MS) / DAY_MS
      this.#end = this.#buffer.writeInt32BE(day, this.#end + 4)
      return
    }
    this.#reserve(4 + value.length * 3)
    const bytes = this.#buffer.write(value, this.#end + 4)
    this.#buffer.writeInt32BE(bytes, this.#end)
    this.#end += 4 + bytes
  }

  #addUuid(value: string): void {
    this.#reserve(20)
    this.#buffer.writeInt32BE(16, this.#end)
    const hex = value.replaceAll('-', '')
    if (this.#buffer.write(hex, this.#end + 4, 'hex') !== 16) {
      throw new InvariantError(`"${value}" is no UUID.`)
    }
    this.#end += 20
  }

  #addNumber(value: number): void {
    if (this.#type !== 'integer') {
      // Microseconds after the year 2285 are more than a number holds exactly.
      const isTime = this.#type === 'timestamptz'
      return this.#addInt64(isTime ? BigInt(value - EPOCH_MS) * 1000n : BigInt(value))
    }
    this.#reserve(8)
    this.#buffer.writeInt32BE(4, this.#end)
    this.#end = this.#buffer.writeInt32BE(value, this.#end + 4)
  }

  #addInt64(value: bigint): void {
    this.#reserve(12)
    this.#buffer.writeInt32BE(8, this.#end)
    this.#end = this.#buffer.writeBigInt64BE(value, this.#end + 4)
  }

  #reserve(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#end + bytes))
    this.#buffer.copy(larger, 0, 0, this.#end)
    this.#buffer = larger
  }
}
