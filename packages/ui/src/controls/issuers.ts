import { useMemo } from 'react'
import { useLocale } from '../words/language.ts'
import { useWords } from '../words/use-words.ts'
import { words } from '../words/words.ts'
import { countryName } from './countries.ts'

/** ISO 3166-1: two letters, for the browser's names, and the three that stand on documents. */
const CODES =
  'ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW ' +
  'AXALA AZAZE BABIH BBBRB BDBGD BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN ' +
  'BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN CCCCK CDCOD CFCAF CGCOG ' +
  'CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE ' +
  'DEDEU DJDJI DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN ' +
  'FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL ' +
  'GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD HNHND HRHRV ' +
  'HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM ' +
  'JOJOR JPJPN KEKEN KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO ' +
  'LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE ' +
  'MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT MUMUS ' +
  'MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL ' +
  'NRNRU NUNIU NZNZL OMOMN PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI ' +
  'PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS RWRWA SASAU SBSLB SCSYC SDSDN ' +
  'SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV ' +
  'SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON ' +
  'TRTUR TTTTO TVTUV TWTWN TZTZA UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN ' +
  'VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB ZWZWE'

const COUNTRIES: ReadonlyMap<string, string> = new Map(
  CODES.split(' ').map((pair) => [pair.slice(2), pair.slice(0, 2)]),
)

/** What documents know beside countries (ICAO 9303-3, section 5). */
const otherWords = words({
  RKS: { en: 'Kosovo', ru: 'Косово', zh: '科索沃' },
  XXA: { en: 'Stateless person', ru: 'Лицо без гражданства', zh: '无国籍人士' },
  XXB: {
    en: 'Refugee (1951 Convention)',
    ru: 'Беженец (Конвенция 1951 г.)',
    zh: '难民（1951 年公约）',
  },
  XXC: { en: 'Refugee (other)', ru: 'Беженец (иной статус)', zh: '难民（其他）' },
  XXX: { en: 'Unspecified nationality', ru: 'Гражданство не указано', zh: '国籍不明' },
  UTO: { en: 'Utopia (specimen)', ru: 'Утопия (образец)', zh: '乌托邦（样本）' },
})
const OTHERS = ['RKS', 'XXA', 'XXB', 'XXC', 'XXX'] as const

/**
 * How a country is named that a document or a profile writes as a code: by two letters, by three,
 * or in an older way (Germany's `D`). What nobody knows stays as it is written.
 */
export function nameIssuer(
  code: string,
  locale: string,
  say: (key: keyof typeof otherWords) => string,
): string {
  if (isOther(code)) return say(code)
  const short = code === 'D' ? 'DE' : (COUNTRIES.get(code) ?? code)
  return /^[A-Z]{2}$/.test(short) ? countryName(short, locale) : code
}

/** The same in the language of the person. */
export function useIssuerName(): (code: string) => string {
  const locale = useLocale()
  const t = useWords(otherWords)
  return useMemo(() => (code) => nameIssuer(code, locale, t), [locale, t])
}

export interface IssuerOption {
  readonly value: string
  readonly label: string
}

/**
 * The issuers and nationalities to choose from, by name. What was read stays among them even when
 * it is no country (`UTO` of specimens) or an older way to write one.
 */
export function useIssuerOptions(read: string | null | undefined): readonly IssuerOption[] {
  const locale = useLocale()
  const name = useIssuerName()
  return useMemo(() => {
    const option = (value: string): IssuerOption => ({ value, label: name(value) })
    const byName = [...COUNTRIES.keys()]
      .map(option)
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
    const all = [...byName, ...OTHERS.map(option)]
    const known = typeof read !== 'string' || all.some(({ value }) => value === read)
    return known ? all : [option(read), ...all]
  }, [locale, name, read])
}

function isOther(code: string): code is keyof typeof otherWords {
  return Object.hasOwn(otherWords, code)
}
