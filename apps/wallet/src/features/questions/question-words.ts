import { words } from '@danbao/ui'

/** The questions that can be chosen, in the words of each language. */
export const questionWords = words({
  first_pet: {
    en: 'What was the name of your first pet?',
    ru: 'Как звали вашего первого питомца?',
    zh: '您的第一只宠物叫什么名字？',
  },
  first_school: {
    en: 'In which street was your first school?',
    ru: 'На какой улице была ваша первая школа?',
    zh: '您的第一所学校在哪条街上？',
  },
  first_teacher: {
    en: 'What was your first teacher called?',
    ru: 'Как звали вашу первую учительницу или учителя?',
    zh: '您的第一位老师叫什么名字？',
  },
  childhood_friend: {
    en: 'Who was your best friend as a child?',
    ru: 'Кто был вашим лучшим другом в детстве?',
    zh: '您童年最好的朋友是谁？',
  },
  childhood_street: {
    en: 'In which street did you grow up?',
    ru: 'На какой улице вы выросли?',
    zh: '您在哪条街上长大？',
  },
  mother_birthplace: {
    en: 'Where was your mother born?',
    ru: 'Где родилась ваша мама?',
    zh: '您的母亲出生在哪里？',
  },
  grandparent_name: {
    en: 'What is the first name of one of your grandmothers?',
    ru: 'Как зовут одну из ваших бабушек?',
    zh: '您的一位祖母或外祖母叫什么名字？',
  },
  first_job: {
    en: 'Where did you earn your first money?',
    ru: 'Где вы заработали первые деньги?',
    zh: '您的第一份工作在哪里？',
  },
  first_trip: {
    en: 'Where did your first long journey lead?',
    ru: 'Куда вы впервые далеко поехали?',
    zh: '您第一次远行去了哪里？',
  },
  favourite_book: {
    en: 'Which book did you like best as a child?',
    ru: 'Какая книга нравилась вам в детстве больше всех?',
    zh: '您小时候最喜欢的书是哪一本？',
  },
})
