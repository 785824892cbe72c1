import { accept, refuse, type Result } from '@danbao/kernel'

/**
 * The number of a money transfer: ten digits, without check digit. Whoever knows it and the names can
 * collect the money.
 */
export function parseMtcn(text: string): Result<string, 'malformed_mtcn'> {
  const compact = text.replaceAll(/[\s-]/g, '')
  const isOne = /^\d{10}$/.test(compact) && !/^(\d)\1+$/.test(compact)
  return isOne ? accept(compact) : refuse('malformed_mtcn')
}
