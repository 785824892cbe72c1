import type { Goods } from '../store/index.ts'

/** What the shop began with. */
export const FIRST_GOODS: readonly Goods[] = [
  {
    id: 'moon-lamp',
    seller: 'paper-moon',
    picture: 'lamp',
    price: '4600',
    title: { en: 'Full Moon lamp', ru: 'Лампа «Полнолуние»', zh: '满月纸灯' },
    description: {
      en: 'A round lamp of mulberry paper on three beech legs. It gives a light that is easy to fall asleep in.',
      ru: 'Круглая лампа из шелковичной бумаги на трёх буковых ножках. Под её светом легко засыпать.',
      zh: '桑皮纸圆灯，配三根山毛榉木脚。灯光柔和，伴人入眠。',
    },
  },
  {
    id: 'teapot',
    seller: 'clay-and-kiln',
    picture: 'teapot',
    price: '5800',
    title: { en: 'Celadon teapot', ru: 'Чайник с селадоновой глазурью', zh: '青瓷茶壶' },
    description: {
      en: 'For four cups. The lid stays on when you pour, and the spout does not drip: we tried a hundred times.',
      ru: 'На четыре чашки. Крышка не падает, когда наливаешь, а носик не капает: мы проверили сто раз.',
      zh: '容量四杯。倒茶时壶盖不掉，壶嘴不滴水——我们试过一百次。',
    },
  },
  {
    id: 'mittens',
    seller: 'north-wool',
    picture: 'mittens',
    price: '2400',
    title: { en: 'Snowflake mittens', ru: 'Варежки со снежинками', zh: '雪花连指手套' },
    description: {
      en: 'Double-knit lambswool, warm down to minus twenty. One size, and it stretches.',
      ru: 'Двойная вязка из шерсти ягнёнка, греют до минус двадцати. Один размер, хорошо тянется.',
      zh: '双层编织羔羊毛，可御零下二十度严寒。均码，有弹性。',
    },
  },
  {
    id: 'notebook',
    seller: 'paper-moon',
    picture: 'notebook',
    price: '1800',
    title: { en: 'Linen notebook', ru: 'Блокнот в льняной обложке', zh: '亚麻布面笔记本' },
    description: {
      en: '160 blank pages, sewn by hand, so that it lies flat wherever you open it.',
      ru: '160 чистых страниц, сшитых вручную: на любом развороте блокнот лежит ровно.',
      zh: '160 页空白纸，手工线装，任意翻开皆可平摊。',
    },
  },
  {
    id: 'cups',
    seller: 'clay-and-kiln',
    picture: 'cups',
    price: '2850',
    title: { en: 'Two morning cups', ru: 'Две утренние чашки', zh: '晨间对杯' },
    description: {
      en: 'One blue for the early riser, one red for the other. 250 ml each, for the dishwasher too.',
      ru: 'Синяя — тому, кто встаёт рано, красная — тому, кто поздно. По 250 мл, можно мыть в машине.',
      zh: '蓝杯给早起的人，红杯给晚起的人。每只 250 毫升，可用洗碗机清洗。',
    },
  },
  {
    id: 'scarf',
    seller: 'north-wool',
    picture: 'scarf',
    price: '3900',
    title: { en: 'Sea and sand scarf', ru: 'Шарф «Море и песок»', zh: '海与沙围巾' },
    description: {
      en: 'Two metres of soft merino: around twice, and there is still something to hide your nose in.',
      ru: 'Два метра мягкого мериноса: обернуть дважды, и ещё останется куда спрятать нос.',
      zh: '两米长的柔软美利奴羊毛，绕两圈后还能把鼻尖藏进去。',
    },
  },
  {
    id: 'paints',
    seller: 'paper-moon',
    picture: 'paints',
    price: '3250',
    title: { en: 'Eight watercolours', ru: 'Восемь акварельных красок', zh: '八色水彩' },
    description: {
      en: 'Made of pigment and honey, in a tin for the pocket, with a brush. Enough for a summer of skies.',
      ru: 'Из пигмента и мёда, в карманной коробке, с кистью. Хватит на целое лето неба.',
      zh: '颜料与蜂蜜调制，装在口袋铁盒中，附画笔一支。够画一整个夏天的天空。',
    },
  },
  {
    id: 'blanket',
    seller: 'north-wool',
    picture: 'blanket',
    price: '11900',
    title: { en: 'Weekend blanket', ru: 'Плед выходного дня', zh: '周末羊毛毯' },
    description: {
      en: '140 by 200 cm of undyed and plant-dyed wool. Choose one of three colours after you have ordered.',
      ru: '140 на 200 см: шерсть некрашеная и окрашенная травами. Один из трёх цветов выберете после заказа.',
      zh: '140 × 200 厘米，原色与植物染羊毛。下单后从三种颜色中选择。',
    },
  },
  {
    id: 'pot',
    seller: 'clay-and-kiln',
    picture: 'pot',
    price: '2150',
    title: { en: 'Pot for a green friend', ru: 'Горшок для зелёного друга', zh: '绿植陶盆' },
    description: {
      en: 'Terracotta that breathes, 16 cm wide, with a saucer inside. The plant is a gift from our window.',
      ru: 'Дышащая терракота, 16 см, с поддоном внутри. Растение — подарок с нашего окна.',
      zh: '透气陶土盆，口径 16 厘米，内置托盘。植物是我们窗边的小礼物。',
    },
  },
]
