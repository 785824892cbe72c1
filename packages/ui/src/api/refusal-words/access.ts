import { words } from '../../words/words.ts'

/** Refusals of registration, sign-in, settings and recovery. */
export const accessRefusals = words({
  captcha_failed: {
    en: 'The check against robots did not pass or took too long. Let it run once more.',
    ru: 'Проверка «не робот» не прошла или длилась слишком долго. Запустите её ещё раз.',
    zh: '人机验证未通过或已超时。请重新验证。',
  },
  link_invalid: {
    en: 'This link was used already or is too old. Ask for a new one.',
    ru: 'Ссылка уже использована или устарела. Запросите новую.',
    zh: '此链接已被使用或已过期。请重新获取。',
  },
  code_wrong: {
    en: 'The code is not right. Check the digits and type it again.',
    ru: 'Код не подошёл. Проверьте цифры и введите ещё раз.',
    zh: '验证码不正确。请核对后重新输入。',
  },
  code_gone: {
    en: 'The code is too old or was used already. Ask for a new one.',
    ru: 'Код устарел или уже использован. Запросите новый.',
    zh: '验证码已过期或已被使用。请重新获取。',
  },
  credentials_wrong: {
    en: 'The address and the password do not match. Check both, or set a new password.',
    ru: 'Адрес и пароль не подходят друг к другу. Проверьте их или задайте новый пароль.',
    zh: '邮箱与密码不匹配。请核对，或重设密码。',
  },
  second_factor_required: {
    en: 'Your second factor is needed too. Enter the code of your app.',
    ru: 'Нужен ещё второй фактор. Введите код из приложения.',
    zh: '还需要第二重验证。请输入验证器应用中的代码。',
  },
  password_wrong: {
    en: 'The password is not right. Nothing was changed. Type it again.',
    ru: 'Пароль не подошёл. Ничего не изменилось. Введите ещё раз.',
    zh: '密码不正确，未作更改。请重新输入。',
  },
  password_needed: {
    en: 'Your sign-in was a while ago. Type your password, so that we know it is you.',
    ru: 'Вы вошли уже давно. Введите пароль, чтобы мы знали, что это вы.',
    zh: '距上次登录已有一段时间。请输入密码以确认是您本人。',
  },
  password_weak: {
    en: 'This password is easy to guess. Take a longer one, or several words.',
    ru: 'Этот пароль легко угадать. Возьмите длиннее или несколько слов.',
    zh: '此密码容易被猜到。请使用更长的密码或多个词语。',
  },
  password_used: {
    en: 'You had this password before. Take one that you never used here.',
    ru: 'Этот пароль у вас уже был. Возьмите тот, которого здесь ещё не было.',
    zh: '此密码您以前用过。请设置一个从未用过的密码。',
  },
  payment_password_weak: {
    en: 'These six digits are easy to guess. Avoid rows, repeats and birthdays.',
    ru: 'Эти шесть цифр легко угадать. Не берите ряды, повторы и даты рождения.',
    zh: '这六位数字容易被猜到。请避免连号、重复或生日。',
  },
  answers_wrong: {
    en: 'Not every answer is right. Capitals do not matter, spelling does. Try again.',
    ru: 'Не все ответы верны. Регистр не важен, написание — важно. Попробуйте ещё раз.',
    zh: '答案不全对。大小写不限，但拼写须一致。请重试。',
  },
  phone_invalid: {
    en: 'This is no mobile number that we can reach. Write it with its country code.',
    ru: 'На такой номер мы не можем отправить SMS. Укажите мобильный с кодом страны.',
    zh: '这不是可用的手机号。请填写包含国家区号的号码。',
  },
  phone_in_use: {
    en: 'Another account uses this number. Take another number, or sign in to that account.',
    ru: 'Этот номер привязан к другому аккаунту. Укажите другой или войдите в тот аккаунт.',
    zh: '此号码已被其他账户使用。请换一个号码，或登录该账户。',
  },
  email_in_use: {
    en: 'Another account uses this address. Take another one, or sign in to that account.',
    ru: 'Этот адрес привязан к другому аккаунту. Укажите другой или войдите в тот аккаунт.',
    zh: '此邮箱已被其他账户使用。请换一个邮箱，或登录该账户。',
  },
  profile_locked: {
    en: 'Your documents proved your name and country, so they can not be edited. Start a new identity check to change them.',
    ru: 'Имя и страна подтверждены документами, поэтому изменить их нельзя. Чтобы изменить, пройдите проверку личности заново.',
    zh: '您的姓名和国家已由证件证实，不能直接修改。如需更改，请重新进行身份验证。',
  },
  ceremony_gone: {
    en: 'It took too long, or was done already. Start once more.',
    ru: 'Прошло слишком много времени, или это уже сделано. Начните ещё раз.',
    zh: '操作超时或已完成。请重新开始。',
  },
  passkey_refused: {
    en: 'The passkey was not accepted. Try again, or use your password.',
    ru: 'Ключ доступа не принят. Попробуйте ещё раз или войдите по паролю.',
    zh: '通行密钥未被接受。请重试，或使用密码。',
  },
  marketplace_unavailable: {
    en: 'The marketplace does not answer right now. Try again later, or sign in with your password.',
    ru: 'Маркетплейс сейчас не отвечает. Попробуйте позже или войдите по паролю.',
    zh: '商城目前没有响应。请稍后再试，或使用密码登录。',
  },
  marketplace_refused: {
    en: 'The marketplace did not confirm who you are. Try again, or sign in with your password.',
    ru: 'Маркетплейс не подтвердил, кто вы. Попробуйте ещё раз или войдите по паролю.',
    zh: '商城未能确认您的身份。请重试，或使用密码登录。',
  },
  marketplace_address_unconfirmed: {
    en: 'The marketplace has not confirmed your e-mail address. Confirm it there first, then come back.',
    ru: 'Маркетплейс ещё не подтвердил ваш адрес почты. Подтвердите его там и вернитесь.',
    zh: '商城尚未确认您的邮箱。请先在商城确认，再返回此处。',
  },
  marketplace_in_use: {
    en: 'This marketplace sign-in belongs to another Danbao account. Sign in to that one, or use your password.',
    ru: 'Этот вход через маркетплейс привязан к другому аккаунту Danbao. Войдите в тот аккаунт или по паролю.',
    zh: '此商城登录已绑定其他 Danbao 账户。请登录该账户，或使用密码。',
  },
  closure_blocked: {
    en: 'Something still stands in the way of closing the account. Look at the list and settle it first.',
    ru: 'Закрыть аккаунт пока нельзя: что-то ещё не завершено. Посмотрите список и сначала завершите это.',
    zh: '账户暂时无法关闭。请先处理列表中的事项。',
  },
})
