import type { EvidenceList } from '@danbao/contracts/wallet'
import { api } from '../../api.ts'
import type { ChosenFile } from './evidence-drop.tsx'

/** Sends one file; rejects with what the server refused it for. */
export function uploadEvidence(id: string, { file, note }: ChosenFile): Promise<EvidenceList> {
  const query = note === '' ? {} : { note }
  return api.call('addEvidence', { params: { id }, query, body: file })
}
