import { words } from '@danbao/ui'

export const questionWords = words({
  start: { en: 'What went wrong?', ru: 'Что случилось?', zh: '出了什么问题？' },
  not_received: {
    en: 'Where is the parcel, as far as you know?',
    ru: 'Что известно о посылке?',
    zh: '据您所知，包裹现在在哪里？',
  },
  not_right: {
    en: 'What is not right with it?',
    ru: 'Что не так с товаром?',
    zh: '商品哪里不对？',
  },
})

export const choiceWords = words({
  not_received: { en: 'It did not arrive', ru: 'Товар не пришёл', zh: '没有收到商品' },
  not_right: {
    en: 'It came, but it is not right',
    ru: 'Товар пришёл, но с ним что-то не так',
    zh: '收到了，但商品有问题',
  },
  wrong_amount: {
    en: 'I was charged the wrong amount',
    ru: 'Списали не ту сумму',
    zh: '扣款金额不对',
  },
  not_mine: { en: 'I did not buy this', ru: 'Эта покупка не моя', zh: '这不是我买的' },
  something_else: { en: 'Something else', ru: 'Другое', zh: '其他问题' },
  on_its_way: {
    en: 'The carrier says it is still on its way',
    ru: 'Перевозчик пишет, что она ещё в пути',
    zh: '物流显示仍在运输途中',
  },
  says_delivered: {
    en: 'The carrier says it was delivered, but I do not have it',
    ru: 'Перевозчик пишет, что она доставлена, но у меня её нет',
    zh: '物流显示已送达，但我没有收到',
  },
  lost: {
    en: 'The carrier says it is lost',
    ru: 'Перевозчик пишет, что она потеряна',
    zh: '物流显示包裹丢失',
  },
  sent_back: {
    en: 'It went back to the seller',
    ru: 'Она ушла обратно продавцу',
    zh: '包裹已退回卖家',
  },
  no_number: {
    en: 'The number shows nothing, or there is none',
    ru: 'По номеру ничего не видно, или номера нет',
    zh: '单号查不到信息，或没有单号',
  },
  wrong_item: {
    en: 'It is another item than I bought',
    ru: 'Прислали другой товар',
    zh: '发错了商品',
  },
  other_quality: {
    en: 'It is not as it was described',
    ru: 'Не соответствует описанию',
    zh: '与描述不符',
  },
  parts_missing: { en: 'Something is missing', ru: 'Чего-то не хватает', zh: '缺少部件或数量' },
  damaged: {
    en: 'It arrived damaged, or does not work',
    ru: 'Пришло повреждённым или не работает',
    zh: '到货损坏或无法使用',
  },
  counterfeit: { en: 'It is a counterfeit', ru: 'Это подделка', zh: '是假货' },
})

export const adviceWords = words({
  on_its_way: {
    en: 'Parcels often take longer than they say. Your money stays held while you wait: if the time gets short, you can extend it on the payment’s page. If you do not want to wait, go on.',
    ru: 'Посылки часто идут дольше обещанного. Пока вы ждёте, деньги удержаны у нас; если срок подходит к концу, его можно продлить на странице платежа. Если ждать не хотите — продолжайте.',
    zh: '包裹常常比预计的慢。等待期间款项仍受担保；如时间不够，可在付款页面延长。若不想再等，请继续。',
  },
  says_delivered: {
    en: 'Ask at home, your neighbours and the pick-up point first: it is found there more often than not. A screenshot of the carrier’s page helps.',
    ru: 'Сначала спросите домашних, соседей и пункт выдачи: чаще всего посылка там. Пригодится снимок экрана с сайта перевозчика.',
    zh: '请先询问家人、邻居和自提点，多数情况下能找到。物流页面的截图会有帮助。',
  },
  sent_back: {
    en: 'Tell the seller whether you want it sent once more or your money back. You can agree on either here.',
    ru: 'Напишите продавцу, что вам нужно: повторная отправка или деньги. Здесь можно договориться о любом варианте.',
    zh: '请告诉卖家您希望重新发货还是退款，双方可在此协商。',
  },
  counterfeit: {
    en: 'Do not send it back unless you have agreed on it here, and keep all of it, with the packaging. Pictures of labels and seams help.',
    ru: 'Не отсылайте товар, пока не договорились об этом здесь, и сохраните всё вместе с упаковкой. Помогут снимки этикеток и швов.',
    zh: '在此达成一致之前请勿寄回，并保留全部商品和包装。标签和做工细节的照片会有帮助。',
  },
  not_mine: {
    en: 'Then somebody else may know your passwords. Change your password and your payment password in the settings now; after that tell us here what you know.',
    ru: 'Возможно, кто-то знает ваши пароли. Сначала смените пароль и платёжный пароль в настройках, затем расскажите здесь, что вам известно.',
    zh: '可能有人知道了您的密码。请立即在设置中更改登录密码和支付密码，然后在此说明情况。',
  },
})
