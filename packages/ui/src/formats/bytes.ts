const KIB = 1024
const MIB = KIB * KIB

/** A size in words that people know: 15728640 as "15 MB". */
export function formatBytes(bytes: number, locale: string): string {
  const [value, unit] = bytes < MIB ? [bytes / KIB, 'kilobyte'] : [bytes / MIB, 'megabyte']
  const options = { style: 'unit', unit, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale, options).format(value)
}
