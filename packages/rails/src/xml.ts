import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { Unreadable } from './problem.ts'

/** An element, without the prefixes of namespaces. */
export interface Xml {
  readonly text: string
  readonly attributes: Readonly<Record<string, string>>
  /** Those of this name, in their order. */
  all(name: string): readonly Xml[]
  /** The first below a path of names. */
  at(...path: readonly string[]): Xml | undefined
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  // Numbers stay text: 12.30 is not 12.3.
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
})

/**
 * Reads a document. A DOCTYPE, which could bring its own entities, is refused. Throws Unreadable.
 */
export function readXml(bytes: Uint8Array): Xml {
  const text = decode(bytes)
  if (text === undefined) {
    const message = 'The file is neither UTF-8 nor ISO-8859-1 as it says.'
    throw new Unreadable('wrong_encoding', 'file', message)
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    const message = 'The file declares a document type, which is not taken.'
    throw new Unreadable('doctype', 'file', message)
  }
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Unreadable('not_xml', valid.err.line, valid.err.msg)
  return toXml(parse(text))
}

/** The parser finds what its validator has passed over, e.g. an instruction that never ends. */
function parse(text: string): unknown {
  try {
    return parser.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new Unreadable('not_xml', 'file', message)
  }
}

function decode(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const encoding = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(start)?.[1] ?? 'utf-8'
  if (!/^(utf-?8|iso-8859-1|us-ascii)$/i.test(encoding)) return undefined
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function toXml(node: unknown): Xml {
  const fields: readonly (readonly [string, unknown])[] =
    typeof node === 'object' && node !== null ? Object.entries(node) : []
  const children = new Map<string, readonly Xml[]>()
  const attributes: Record<string, string> = {}
  let text = ''
  for (const [name, value] of fields) {
    if (name === '#text') text = decodeEntities(String(value))
    else if (name.startsWith('@')) attributes[name.slice(1)] = decodeEntities(String(value))
    else
      children.set(
        name.replace(/^[^:]*:/, ''),
        Array.isArray(value) ? value.map(toXml) : [toXml(value)],
      )
  }
  const xml: Xml = {
    text,
    attributes,
    all: (name) => children.get(name) ?? [],
    at: (...path) => path.reduce<Xml | undefined>((found, name) => found?.all(name)[0], xml),
  }
  return xml
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only what every document knows: no entity can be declared here. */
function decodeEntities(text: string): string {
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string') return NAMED[name] ?? whole
      const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10)
      return code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ''
    },
  )
}
