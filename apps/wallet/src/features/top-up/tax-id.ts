/**
 * Whether it has the form of a CPF (11 digits) or a CNPJ (12 letters or digits and 2 digits). Whether its
 * check digits agree, the server knows.
 */
export function looksLikeTaxId(text: string): boolean {
  return /^(\d{11}|[0-9A-Z]{12}\d\d)$/.test(text.replaceAll(/[\s./-]/g, '').toUpperCase())
}
