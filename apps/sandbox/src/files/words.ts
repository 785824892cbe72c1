import type { Language } from '../pages/words.ts'

const EN = {
  faults: 'Faults on purpose',
  faultsHint: 'They concern every file for the operator: of the bank, of boletos and transfers.',
  delayMs: 'Files come later, ms',
  twice: 'Each file comes twice',
  cut: 'Each file ends in the middle',
  swapped: 'Files come in the wrong order',
  setFaults: 'Apply',
  noFaults: 'Switch all off',
}
export type FileWords = typeof EN

const RU: FileWords = {
  faults: 'Намеренные сбои',
  faultsHint: 'Действуют на все файлы для оператора: от банка, по boleto и переводам.',
  delayMs: 'Файлы приходят позже, мс',
  twice: 'Каждый файл приходит дважды',
  cut: 'Каждый файл обрывается на середине',
  swapped: 'Файлы приходят не по порядку',
  setFaults: 'Применить',
  noFaults: 'Выключить все',
}

const ZH: FileWords = {
  faults: '故意制造的故障',
  faultsHint: '影响发给运营方的所有文件：银行、boleto 和汇款。',
  delayMs: '延迟送达（毫秒）',
  twice: '每个文件送达两次',
  cut: '每个文件中途截断',
  swapped: '文件不按顺序送达',
  setFaults: '应用',
  noFaults: '全部关闭',
}

const ALL: Readonly<Record<Language, FileWords>> = { en: EN, ru: RU, zh: ZH }

export function fileWordsFor(language: Language): FileWords {
  return ALL[language]
}
