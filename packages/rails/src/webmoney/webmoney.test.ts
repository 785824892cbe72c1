import { currency, money } from '@danbao/kernel'
import { describe, expect, test } from 'vitest'
import { readPreRequest, readWebMoneyResult } from './notification.ts'
import { webMoneyForm } from './payment-form.ts'
import { parsePurse, purseCurrency } from './purse.ts'
import cases from '../../vectors/webmoney.json' with { type: 'json' }

const SECRET = cases.secretKey
const [real, trial, held] = cases.results

function read(fields: Readonly<Record<string, string | undefined>>, secret = SECRET) {
  return readWebMoneyResult(fields, secret)
}

describe('a notification of what was paid', () => {
  test.each(cases.results)('$LMI_PAYMENT_NO holds by either hash', (fields) => {
    for (const left of [{ LMI_HASH: undefined }, { LMI_HASH2: undefined }, {}]) {
      const result = read({ ...fields, ...left })
      expect(result).toMatchObject({
        ok: true,
        value: {
          paymentNo: fields.LMI_PAYMENT_NO,
          amount: fields.LMI_PAYMENT_AMOUNT,
          transaction: fields.LMI_SYS_TRANS_NO,
        },
      })
    }
  })

  test('says whether it is a trial, and who paid', () => {
    expect(read(trial ?? {})).toMatchObject({ value: { isTest: true } })
    expect(read(real ?? {})).toMatchObject({
      value: { isTest: false, payerPurse: 'Z210987654321', payerWmid: '809000000852' },
    })
  })

  test('the hash is over the text as it came: 10.5 is not 10.50', () => {
    const sent = { ...real, LMI_PAYMENT_AMOUNT: '10.5' }
    expect(read(sent)).toEqual({ ok: false, refusal: 'wrong_hash' })
    const LMI_HASH2 = cases.hash2OfShortAmount
    expect(read({ ...sent, LMI_HASH2 })).toMatchObject({ ok: true, value: { amount: '10.5' } })
  })

  test.each([
    'LMI_PAYEE_PURSE',
    'LMI_PAYMENT_AMOUNT',
    'LMI_PAYMENT_NO',
    'LMI_MODE',
    'LMI_SYS_INVS_NO',
    'LMI_SYS_TRANS_NO',
    'LMI_SYS_TRANS_DATE',
    'LMI_PAYER_PURSE',
    'LMI_PAYER_WM',
    'LMI_HOLD',
  ])('with another %s it does not hold', (name) => {
    const changed = name === 'LMI_MODE' ? '1' : '9'
    expect(read({ ...held, [name]: changed })).toEqual({ ok: false, refusal: 'wrong_hash' })
  })

  test('with another secret it does not hold, nor with a hash of another length', () => {
    expect(read(real ?? {}, 'demo-secret-key_01')).toEqual({ ok: false, refusal: 'wrong_hash' })
    const md5 = { ...real, LMI_HASH: 'A'.repeat(32), LMI_HASH2: undefined }
    expect(read(md5)).toEqual({ ok: false, refusal: 'old_method' })
  })

  test('a hash in small letters is the same one; a good first hash does not save a bad second', () => {
    const small = real?.LMI_HASH2.toLowerCase()
    expect(read({ ...real, LMI_HASH2: small })).toMatchObject({ ok: true })
    const bad = { ...real, LMI_HASH2: 'A'.repeat(64) }
    expect(read(bad)).toEqual({ ok: false, refusal: 'wrong_hash' })
  })

  test.each(['LMI_PAYEE_PURSE', 'LMI_PAYMENT_AMOUNT', 'LMI_PAYMENT_NO', 'LMI_SYS_TRANS_NO'])(
    'without %s it is incomplete',
    (name) => {
      expect(read({ ...real, [name]: undefined })).toEqual({ ok: false, refusal: 'incomplete' })
    },
  )

  test('neither nothing nor a mode that is none makes it one', () => {
    expect(read({})).toEqual({ ok: false, refusal: 'incomplete' })
    expect(read({ ...real, LMI_MODE: '2' })).toEqual({ ok: false, refusal: 'incomplete' })
  })
})

describe('a question before the payment', () => {
  test('tells what is about to be paid', () => {
    expect(readPreRequest({ ...real, LMI_PREREQUEST: '1' })).toEqual({
      purse: 'Z123456789012',
      amount: '10.50',
      paymentNo: '1001',
      isTest: false,
    })
  })

  test('a notification is no question', () => {
    expect(readPreRequest(real ?? {})).toBeUndefined()
  })
})

describe('the form', () => {
  const payment = {
    baseUrl: 'https://merchant.wmtransfer.com',
    purse: 'Z123456789012',
    amount: money(currency('USD'), 1050n),
    paymentNo: 1001n,
    description: 'Пополнение № 1001',
    resultUrl: 'https://pay.example/events/webmoney',
    successUrl: 'https://pay.example/ok',
    failUrl: 'https://pay.example/fail',
  }

  test('is what the Web Merchant Interface asks for', () => {
    const { action, fields } = webMoneyForm(payment)
    expect(action).toBe('https://merchant.wmtransfer.com/lmi/payment_utf.asp')
    expect(fields).toMatchObject({
      LMI_PAYEE_PURSE: 'Z123456789012',
      LMI_PAYMENT_AMOUNT: '10.50',
      LMI_PAYMENT_NO: '1001',
      LMI_PAYMENT_DESC_BASE64: '0J/QvtC/0L7Qu9C90LXQvdC40LUg4oSWIDEwMDE=',
    })
    expect(fields).not.toHaveProperty('LMI_PAYMENTFORM_SIGN')
  })

  test('is signed where the purse asks for it', () => {
    const { fields } = webMoneyForm({ ...payment, x20: cases.secretKeyX20 })
    expect(fields['LMI_PAYMENTFORM_SIGN']).toBe(cases.formSign)
  })

  test.each([
    { ...payment, purse: 'E123456789012' },
    { ...payment, purse: 'X123456789012' },
    { ...payment, paymentNo: 0n },
    { ...payment, paymentNo: 2_147_483_648n },
  ])('is never made wrongly', (wrong) => {
    expect(() => webMoneyForm(wrong)).toThrow()
  })
})

describe('a purse', () => {
  test('is a letter and 12 digits, which say what it holds', () => {
    expect(parsePurse('Z123456789012')).toEqual({ ok: true, value: 'Z123456789012' })
    expect(purseCurrency('Z123456789012')).toBe('USD')
    expect(purseCurrency('E123456789012')).toBe('EUR')
    expect(purseCurrency('X123456789012')).toBeUndefined()
  })

  test.each(['809000000852', 'E9282374987384', 'z123456789012', 'Z12345678901', ' Z123456789012'])(
    '%s is none',
    (text) => {
      expect(parsePurse(text)).toEqual({ ok: false, refusal: 'malformed_purse' })
      expect(purseCurrency(text)).toBeUndefined()
    },
  )
})
