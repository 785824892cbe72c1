export { checkCaptcha } from './captcha.ts'
export { createCaptchaHandlers } from './handlers.ts'
