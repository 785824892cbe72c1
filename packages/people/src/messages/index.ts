export {
  defineMail,
  defineSms,
  type Mail,
  type MailLine,
  type MailWords,
  type Sms,
} from './define.ts'
export { tellAmount, tellDay, tellLimit, tellMoment } from './figures.ts'
export { createMessenger } from './messenger.ts'
export { type Notice, notifyPerson } from './notify.ts'
export { forgetSent } from './outbox.ts'
export { queueMail, queueSms } from './queue.ts'
export { createSmsGateway } from './sms-gateway.ts'
export { createSmtpTransport } from './smtp-transport.ts'
export type { MailTransport, SmsGateway } from './transport.ts'
