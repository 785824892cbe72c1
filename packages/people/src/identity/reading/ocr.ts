import eng from '@tesseract.js-data/eng'
import { createWorker, OEM, PSM } from 'tesseract.js'

/** Recognises letters in a picture, without the network: the language data are in a package. */
export interface Ocr {
  /** One line of capitals and digits, or of the letters named; spaces are taken out. */
  line(png: Buffer, among?: string): Promise<string>
  close(): Promise<void>
}

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

export async function openOcr(): Promise<Ocr> {
  const worker = await createWorker(eng.code, OEM.LSTM_ONLY, {
    langPath: eng.langPath,
    gzip: eng.gzip,
    cacheMethod: 'none',
  })
  return {
    async line(png, among = CHARACTERS) {
      await worker.setParameters({
        tessedit_char_whitelist: among,
        tessedit_pageseg_mode: PSM.SINGLE_LINE,
        user_defined_dpi: '300',
      })
      return (await worker.recognize(png)).data.text.replace(/\s+/g, '')
    },
    async close() {
      await worker.terminate()
    },
  }
}
