import type { DocumentSide, IdentityCheckView } from '@danbao/contracts/wallet'
import { useWords } from '@danbao/ui'
import { sideWords } from './identity-words.ts'

/** What is pictured: a passport has no front, it has a page with the photo. */
export function useSideName(
  type: IdentityCheckView['document_type'],
): (side: DocumentSide) => string {
  const t = useWords(sideWords)
  return (side) => t(type === 'passport' && side === 'front' ? 'main' : side)
}
