import { expect, it } from 'vitest'
import { addToCart, countInCart, newCart, setInCart } from './cart.ts'

it('more of the same thing is one line', () => {
  const cart = addToCart(addToCart(newCart(), 'teapot', 1), 'teapot', 2)
  expect(cart.lines).toEqual([{ goods: 'teapot', quantity: 3 }])
  expect(countInCart(cart)).toBe(3)
})

it('there are never more than nine of one thing', () => {
  expect(addToCart(addToCart(newCart(), 'cups', 8), 'cups', 5).lines[0]?.quantity).toBe(9)
  expect(setInCart(newCart(), 'cups', 100).lines[0]?.quantity).toBe(9)
})

it('none of it takes it out', () => {
  const cart = addToCart(addToCart(newCart(), 'cups', 2), 'pot', 1)
  expect(setInCart(cart, 'cups', 0).lines).toEqual([{ goods: 'pot', quantity: 1 }])
  expect(setInCart(cart, 'cups', -3).lines).toHaveLength(1)
})

it('a changed cart becomes another order, an unchanged one stays the same', () => {
  const cart = addToCart(newCart(), 'pot', 2)
  expect(setInCart(cart, 'pot', 3).order).not.toBe(cart.order)
  expect(setInCart(cart, 'pot', 2).order).toBe(cart.order)
})

it('a cart has an end', () => {
  let cart = newCart()
  for (let index = 0; index < 50; index++) cart = addToCart(cart, `g-${index}`, 1)
  expect(cart.lines).toHaveLength(30)
})
