import { accept, refuse, type Result } from '@danbao/kernel'

// Brazil's tax numbers: the CPF of a person, the CNPJ of a company. The latter has letters too since July
// 2026 (Instrução Normativa RFB 2.229/2024); a letter counts as its code of ASCII less 48.

export interface TaxId {
  readonly kind: 'cpf' | 'cnpj'
  /** 11 digits, or 14 letters and digits, in capitals. */
  readonly value: string
}

/** As people type it, with or without its marks. */
export function parseTaxId(text: string): Result<TaxId, 'malformed_tax_id'> {
  const value = text.replaceAll(/[\s./-]/g, '').toUpperCase()
  if (/^\d{11}$/.test(value) && !/^(\d)\1*$/.test(value) && hasDigits(value, 9, CPF_MOST)) {
    return accept({ kind: 'cpf', value })
  }
  const isCompany = /^[0-9A-Z]{12}\d\d$/.test(value) && !value.startsWith('00000000')
  if (isCompany && hasDigits(value, 12, CNPJ_MOST)) return accept({ kind: 'cnpj', value })
  return refuse('malformed_tax_id')
}

/** `529.982.247-25` or `11.222.333/0001-81`. */
export function formatTaxId({ kind, value }: TaxId): string {
  return kind === 'cpf'
    ? value.replace(/^(.{3})(.{3})(.{3})/, '$1.$2.$3-')
    : value.replace(/^(.{2})(.{3})(.{3})(.{4})/, '$1.$2.$3/$4-')
}

/** Weights go up from 2, from the right, and begin again after this. */
const CPF_MOST = 11
const CNPJ_MOST = 9

function hasDigits(value: string, body: number, most: number): boolean {
  return [body, body + 1].every(
    (length) => checkDigit(value.slice(0, length), most) === value.charAt(length),
  )
}

function checkDigit(body: string, most: number): string {
  const sum = [...body]
    .toReversed()
    .reduce((total, sign, at) => total + (sign.charCodeAt(0) - 48) * ((at % (most - 1)) + 2), 0)
  const rest = sum % 11
  return rest < 2 ? '0' : (11 - rest).toString()
}
