import { words } from '../../words/words.ts'

/** Refusals that any screen can meet. */
export const requestRefusals = words({
  offline: {
    en: 'There is no connection to Danbao. Nothing was sent. Check the network and try again.',
    ru: 'Нет связи с Danbao. Ничего не отправлено. Проверьте сеть и попробуйте ещё раз.',
    zh: '无法连接 Danbao，尚未发送任何内容。请检查网络后重试。',
  },
  unknown: {
    en: 'Something unexpected happened. Try again in a moment; if it stays so, write to support{support}.',
    ru: 'Произошло что-то непредвиденное. Попробуйте чуть позже, а если не поможет — напишите в поддержку{support}.',
    zh: '发生了意外情况。请稍后再试；如仍未解决，请联系客服{support}。',
  },
  internal_error: {
    en: 'Something went wrong on our side. No money was moved by it. Try again in a moment.',
    ru: 'Ошибка на нашей стороне. Деньги не тронуты. Попробуйте ещё раз чуть позже.',
    zh: '我们这边出了问题，资金未受影响。请稍后再试。',
  },
  database_unavailable: {
    en: 'Danbao is not available for a moment. Your money is safe. Try again shortly.',
    ru: 'Danbao ненадолго недоступен. Ваши деньги в сохранности. Попробуйте чуть позже.',
    zh: 'Danbao 暂时不可用，您的资金安全。请稍后再试。',
  },
  invalid_request: {
    en: 'Something in the form is not right yet. Look at the marked fields and send it again.',
    ru: 'Что-то в форме заполнено неверно. Проверьте отмеченные поля и отправьте снова.',
    zh: '表单中有内容不正确。请检查标出的项目后重新提交。',
  },
  invalid_json: {
    en: 'The request did not arrive whole. Nothing was changed. Try again.',
    ru: 'Запрос пришёл не полностью. Ничего не изменилось. Попробуйте ещё раз.',
    zh: '请求不完整，未作任何更改。请重试。',
  },
  invalid_cursor: {
    en: 'The list has changed since it was opened. Load it again.',
    ru: 'Список изменился с тех пор, как вы его открыли. Загрузите его снова.',
    zh: '列表打开后已有变化。请重新加载。',
  },
  method_not_allowed: {
    en: 'This version of the app is out of date. Reload the page and try again.',
    ru: 'Эта версия приложения устарела. Обновите страницу и попробуйте ещё раз.',
    zh: '应用版本已过期。请刷新页面后重试。',
  },
  unsupported_media_type: {
    en: 'The server does not take this kind of content. Reload the page and try again.',
    ru: 'Сервер не принимает такие данные. Обновите страницу и попробуйте ещё раз.',
    zh: '服务器不接受此类内容。请刷新页面后重试。',
  },
  body_too_large: {
    en: 'This is more than can be sent at once. Make it smaller and try again.',
    ru: 'За один раз столько отправить нельзя. Уменьшите объём и попробуйте ещё раз.',
    zh: '内容过大，无法一次发送。请缩减后重试。',
  },
  not_found: {
    en: 'This does not exist, or it is not yours to see. Check the link, or go back.',
    ru: 'Такого нет или это вам недоступно. Проверьте ссылку или вернитесь назад.',
    zh: '内容不存在，或您无权查看。请检查链接或返回。',
  },
  wrong_state: {
    en: 'Meanwhile something has changed, so this is no longer possible. Reload to see how it stands.',
    ru: 'Тем временем что-то изменилось, и это больше невозможно. Обновите страницу.',
    zh: '情况已有变化，此操作不再可行。请刷新查看最新状态。',
  },
  rate_limited: {
    en: 'That was a lot at once. Wait a moment, then try again.',
    ru: 'Слишком много запросов подряд. Подождите немного и попробуйте снова.',
    zh: '操作过于频繁。请稍候再试。',
  },
  try_later: {
    en: 'There were too many tries. For your safety this is paused; try again later.',
    ru: 'Слишком много попыток. Ради вашей безопасности мы сделали паузу — попробуйте позже.',
    zh: '尝试次数过多。为了您的安全已暂停操作，请稍后再试。',
  },
  unauthenticated: {
    en: 'You are not signed in any more. Sign in to go on; what you typed is kept.',
    ru: 'Вы больше не в системе. Войдите, чтобы продолжить, — введённое сохранится.',
    zh: '您已不在登录状态。请登录后继续，已填写的内容会保留。',
  },
  session_required: {
    en: 'You are not signed in any more. Sign in to go on; what you typed is kept.',
    ru: 'Вы больше не в системе. Войдите, чтобы продолжить, — введённое сохранится.',
    zh: '您已不在登录状态。请登录后继续，已填写的内容会保留。',
  },
  origin_not_allowed: {
    en: 'The request seemed to come from another site, so it was stopped. Open Danbao directly and try again.',
    ru: 'Запрос выглядел как пришедший с другого сайта, и мы его остановили. Откройте Danbao напрямую и попробуйте снова.',
    zh: '请求似乎来自其他网站，已被拦截。请直接打开 Danbao 后重试。',
  },
  url_not_allowed: {
    en: 'Nothing can be sent to this address. It has to begin with https, contain no password, and be one of the public internet.',
    ru: 'На этот адрес отправлять нельзя. Он должен начинаться с https, не содержать пароля и быть доступен в открытом интернете.',
    zh: '无法向该地址发送。地址须以 https 开头、不含密码，并可从公共互联网访问。',
  },
  not_allowed: {
    en: 'You may not do this. If you think you should, ask support{support}.',
    ru: 'Вам это недоступно. Если это ошибка, напишите в поддержку{support}.',
    zh: '您无权执行此操作。如有疑问，请联系客服{support}。',
  },
  step_missing: {
    en: 'A step before this one is still open. Finish it first.',
    ru: 'Не завершён предыдущий шаг. Сначала закончите его.',
    zh: '前面还有未完成的步骤。请先完成。',
  },
})
