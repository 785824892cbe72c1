import {
  digitsOf,
  findNetwork,
  isCardNumber,
  isCode,
  isGoodExpiry,
  isHolderName,
  NETWORKS,
  passesLuhn,
  readExpiry,
} from '../card-rules.ts'
import { BRAND_NAMES } from './formats.ts'

const RULES = [
  digitsOf,
  findNetwork,
  passesLuhn,
  isCardNumber,
  readExpiry,
  isGoodExpiry,
  isCode,
  isHolderName,
]

// Helps with typing and says at once what is wrong, by the very rules of the server. The page works
// without it. Runs in the browser.
export const PAY_SCRIPT = `
const NETWORKS = ${JSON.stringify(NETWORKS)}
${RULES.map(String).join('\n')}
const NAMES = ${JSON.stringify(BRAND_NAMES)}
const absolute = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' })
for (const time of document.querySelectorAll('time')) {
  time.textContent = absolute.format(new Date(time.dateTime))
}
for (const form of document.querySelectorAll('form')) {
  let sent = false
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return
    if (sent) event.preventDefault()
    sent = true
  })
  addEventListener('pageshow', () => { sent = false })
}
const form = document.querySelector('[data-card-form]')
if (form) {
  const { number, expiry, code, holder } = form.elements
  const isExpiry = (text) => {
    const read = readExpiry(text)
    return read !== undefined && isGoodExpiry(read, Date.now())
  }
  const checks = new Map([
    [number, () => isCardNumber(number.value)],
    [expiry, () => isExpiry(expiry.value)],
    [code, () => isCode(code.value, number.value)],
    [holder, () => isHolderName(holder.value)],
  ])
  const mark = (field, isWrong) => {
    field.setAttribute('aria-invalid', String(isWrong))
    document.getElementById(field.id + '-wrong').hidden = !isWrong
  }
  const atEnd = (field) => field.selectionStart === field.value.length
  const format = () => {
    const digits = digitsOf(number.value)
    const network = findNetwork(digits)
    document.querySelector('[data-brand]').textContent = network ? NAMES[network.brand] : ''
    code.maxLength = network ? network.codeLength : 4
    if (!/^\\d*$/.test(digits) || !atEnd(number)) return
    const gaps = network ? network.gaps : [4, 8, 12, 16]
    number.value = [...digits].map((digit, at) => (gaps.includes(at) ? ' ' + digit : digit)).join('')
  }
  number.addEventListener('input', format)
  expiry.addEventListener('input', (event) => {
    const isTyped = event.inputType === 'insertText' && atEnd(expiry)
    if (isTyped && /^\\d\\d$/.test(expiry.value)) expiry.value += '/'
    if (isTyped && /^[2-9]$/.test(expiry.value)) expiry.value = '0' + expiry.value + '/'
  })
  form.noValidate = true
  for (const [field, isGood] of checks) {
    field.addEventListener('change', () => { if (field.value !== '') mark(field, !isGood()) })
    field.addEventListener('input', () => mark(field, false))
  }
  form.addEventListener('submit', (event) => {
    const wrong = [...checks].filter(([, isGood]) => !isGood()).map(([field]) => field)
    for (const field of checks.keys()) mark(field, wrong.includes(field))
    if (wrong.length === 0) return
    event.preventDefault()
    wrong[0].focus()
  }, { capture: true })
  for (const button of document.querySelectorAll('[data-number]')) {
    button.addEventListener('click', () => {
      number.value = button.dataset.number
      code.value = button.dataset.code
      expiry.value = '12/' + String(new Date().getFullYear() + 3).slice(2)
      if (holder.value === '') holder.value = 'TEST HOLDER'
      for (const field of checks.keys()) mark(field, false)
      format()
      form.scrollIntoView({ block: 'start' })
      form.querySelector('button').focus({ preventScroll: true })
    })
  }
}
`
