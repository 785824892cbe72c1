import { expect, test } from 'vitest'
import { namesAlike } from './names.ts'

test.each([
  ['Erika Mustermann', 'ERIKA MUSTERMANN'],
  ['Anna Maria Eriksson', 'ERIKSSON ANNA'],
  ['Анна Петрова', 'ANNA PETROVA'],
  ['Юлия Щербакова', 'Yulia Shcherbakova'],
  ['Юлия Щербакова', 'IULIIA SHCHERBAKOVA'],
  ['Юлия Щербакова', 'Julija Scherbakova'],
  ['Алексей Хрущёв', 'Alexey Khrushchev'],
  ['Наталья Цветкова', 'Natalya Tsvetkova'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Jürgen Müller', 'JURGEN MULLER'],
  ['Søren Kierkegård', 'Soren Kierkegard'],
  ['Łukasz Żółć', 'Lukasz Zolc'],
  ['María José García López', 'GARCIA LOPEZ MARIA'],
  ["O'Brien, Sean", 'Sean O Brien'],
  ['王伟', '王伟'],
  ['Max Beispiel', 'Max Beispeil-Muster Beispiel'],
  ['Stephan Berger', 'Stefan Berger'],
  ['Erika Mustermann', 'Erika Mustermnn'],
  ['Marianne Berger', 'Marlanne Berger'],
])('%s may be %s', (a, b) => {
  expect(namesAlike(a, b)).toBe(true)
  expect(namesAlike(b, a)).toBe(true)
})

test.each([
  ['Erika Mustermann', 'Max Beispiel'],
  ['Erika Mustermann', 'Erika Musterfrau'],
  ['Martin Weber', 'Martina Weber'],
  ['Daniel Hansen', 'Daniela Jansen'],
  ['Daniel Hansen', 'Daniel Jansen'],
  ['Marianne Berger', 'Marlanne Bergler'],
  ['Erika', 'Erica'],
  ['Erika', 'Erika'],
  ['Александр Иванов', 'Александра Иванова'],
  ['Erika Mustermann', 'Max Mustermann'],
  ['Erika Mustermann', 'Mustermann'],
  ['Anna Petrova', 'Anna'],
  ['Анна Петрова', 'Анна Сидорова'],
  ['Anna Lee', 'Anna Lao'],
  ['王伟', '李伟'],
  ['Erika Mustermann', ''],
  ['', ''],
  ['A B', 'C D'],
  ['Demo Trading Ltd', 'Erika Mustermann'],
])('%s is not %s', (a, b) => {
  expect(namesAlike(a, b)).toBe(false)
  expect(namesAlike(b, a)).toBe(false)
})
