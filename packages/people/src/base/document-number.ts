import type { DocumentType, PersonChange } from './person.ts'
import type { Vault } from './vault.ts'

/** Those of ISO 3166 whose two letters are not the first two of the three: `ANDAD` is AND and AD. */
const UNLIKE = `
  ABWAW AGOAO ALAAX ANDAD AREAE ARMAM ATAAQ ATFTF ATGAG AUTAT BDIBI BENBJ BESBQ BGDBD BHSBS
  BIHBA BLRBY BLZBZ BRBBB BRNBN CAFCF CHLCL CHNCN CODCD COGCG COKCK COMKM CPVCV CUWCW CYMKY
  DNKDK ESHEH ESTEE FLKFK FROFO FSMFM GINGN GLPGP GNBGW GNQGQ GRDGD GRLGL GUFGF GUYGY IRLIE
  IRQIQ ISRIL JAMJM KAZKZ KORKR LBRLR LBYLY MACMO MAFMF MDGMG MDVMV MEXMX MLTMT MNEME MNPMP
  MOZMZ MTQMQ MYTYT NIUNU PAKPK PCNPN PLWPW PNGPG POLPL PRKKP PRTPT PRYPY PYFPF RKSXK SENSN
  SGSGS SLBSB SLVSV SPMPM SRBRS SURSR SVKSK SVNSI SWESE SWZSZ SYCSC TCDTD TKMTM TUNTN TURTR
  TUVTV UKRUA URYUY WLFWF`
const TWO_LETTERS: ReadonlyMap<string, string> = new Map(
  UNLIKE.trim()
    .split(/\s+/)
    .map((pair) => [pair.slice(0, 3), pair.slice(3)]),
)

/** The issuer as ISO 3166-1 alpha-2, from that or from the three letters of a document. */
export function issuerCode(code: string): string {
  // Germany writes one letter.
  if (code === 'D') return 'DE'
  return TWO_LETTERS.get(code) ?? code.slice(0, 2)
}

/** As it is compared: people type spaces, hyphens and small letters. */
export function plainNumber(number: string): string {
  return number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
}

export interface DocumentNumber {
  readonly type: DocumentType
  /** ISO 3166-1 alpha-2, or the letters on the document. */
  readonly issuer: string
  readonly number: string
}

/** What is kept of a document in a profile: the number sealed, and what tells that it is the same. */
export function sealDocument(
  vault: Vault,
  { type, issuer, number }: DocumentNumber,
): Required<Pick<PersonChange, 'documentType' | 'documentNumber' | 'documentFingerprint'>> {
  return {
    documentType: type,
    documentNumber: vault.seal('document_number', number.trim()),
    documentFingerprint: vault.fingerprint(
      'document_number',
      `${issuerCode(issuer)}:${type}:${plainNumber(number)}`,
    ),
  }
}
