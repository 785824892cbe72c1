import { words } from '../../words/words.ts'

/** Refusals of documents and files, and those that only staff meet. */
export const identityRefusals = words({
  document_in_use: {
    en: 'Another account was proved with this document. If both are yours, use the older one or ask support{support}.',
    ru: 'Этим документом подтверждён другой аккаунт. Если оба ваши, используйте прежний или напишите в поддержку{support}.',
    zh: '此证件已用于验证另一账户。如两个账户都属于您，请使用原账户或联系客服{support}。',
  },
  file_too_large: {
    en: 'The file is too large. Files may have up to 15 MB, pictures up to 60 million pixels. Take it again with less detail, or choose another one.',
    ru: 'Файл слишком большой: можно до 15 МБ, а для снимка — до 60 миллионов пикселей. Снимите ещё раз с меньшим разрешением или выберите другой.',
    zh: '文件过大：文件不超过 15 MB，图片不超过 6000 万像素。请降低分辨率重新拍摄，或选择其他文件。',
  },
  file_unreadable: {
    en: 'This file can not be opened as a picture. It may be damaged. Choose another, or take a new photo.',
    ru: 'Файл не открывается как изображение — возможно, он повреждён. Выберите другой или сделайте новое фото.',
    zh: '无法将此文件作为图片打开，可能已损坏。请选择其他文件或重新拍摄。',
  },
  file_type: {
    en: 'Files of this kind are not taken. Choose a JPEG, PNG, HEIC or PDF.',
    ru: 'Такие файлы не принимаются. Выберите JPEG, PNG, HEIC или PDF.',
    zh: '不支持此类文件。请选择 JPEG、PNG、HEIC 或 PDF。',
  },
  evidence_full: {
    en: 'You have added 20 files, and that is the most one side may add. Put what is missing into words.',
    ru: 'Вы добавили 20 файлов — больше нельзя. Опишите остальное словами.',
    zh: '您已提交 20 个文件，已达上限。其余内容请用文字说明。',
  },
  picture_unfit: {
    en: 'The picture is not good enough to read. Take it in colour and good light, with the whole page in it.',
    ru: 'Снимок не получается прочитать. Снимите в цвете, при хорошем свете, чтобы страница была видна целиком.',
    zh: '图片不够清晰，无法识别。请在光线充足处拍摄彩色照片，并完整包含整页。',
  },
  permission_missing: {
    en: 'Your role does not allow this. Ask an administrator if you need it.',
    ru: 'Ваша роль этого не позволяет. Если нужно, обратитесь к администратору.',
    zh: '您的角色无权执行此操作。如有需要，请联系管理员。',
  },
  second_person_needed: {
    en: 'You prepared this yourself, so somebody else has to approve it. It waits in the queue.',
    ru: 'Вы готовили это сами, поэтому одобрить должен кто-то другой. Дело ждёт в очереди.',
    zh: '此事由您本人准备，须由他人批准。它已在队列中等待。',
  },
  case_taken: {
    en: 'A colleague works on this case already. Take another, or talk to them.',
    ru: 'Этим делом уже занимается коллега. Возьмите другое или договоритесь с ним.',
    zh: '已有同事在处理此案。请选择其他案件，或与其沟通。',
  },
})
