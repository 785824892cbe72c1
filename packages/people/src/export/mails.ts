import { securityNotice } from '../settings/index.ts'

export const DATA_EXPORTED = securityNotice({
  en: {
    subject: 'A copy of your data was downloaded',
    lines: ['Everything that we keep about you was downloaded as a file from your account.'],
    sms: 'Danbao: a copy of your data was downloaded. Was it not you? {recover}',
  },
  ru: {
    subject: 'Скачана копия ваших данных',
    lines: ['Из вашего аккаунта скачан файл со всем, что мы о вас храним.'],
    sms: 'Danbao: скачана копия ваших данных. Это не вы? {recover}',
  },
  zh: {
    subject: '您的数据副本已被下载',
    lines: ['有人从您的账户下载了我们保存的关于您的全部数据。'],
    sms: 'Danbao：您的数据副本已被下载。若非本人操作：{recover}',
  },
})
