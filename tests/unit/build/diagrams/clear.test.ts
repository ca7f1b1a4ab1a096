/** Words of arrows that lie on something are found, and those that do not are left alone. */
import { expect, test } from '@playwright/test'
import { clashesOf, type Arrow, type Named } from '../../../../build/diagrams/clear.ts'

const named = (words: string, left: number, top: number): Named => ({
  words,
  room: { left, right: left + 40, top, bottom: top + 20 },
})
const down = (x: number, label?: Named): Arrow => ({
  corners: [
    [x, 0],
    [x, 200],
  ],
  label,
})

test('words on their own arrow alone are clear', () => {
  expect(clashesOf([down(20, named('asks', 0, 50)), down(120)], [named('box', 200, 50)])).toEqual([])
})

test('words on the words of another arrow are told once', () => {
  const arrows = [down(20, named('asks', 0, 50)), down(50, named('answers', 30, 60))]
  expect(clashesOf(arrows, [])[0]).toEqual({ label: 'asks', on: '"answers"' })
})

test('words on a box are told', () => {
  expect(clashesOf([down(20, named('asks', 0, 50))], [named('box', 30, 40)])).toEqual([{ label: 'asks', on: '"box"' }])
})

test('words that another arrow passes through are told', () => {
  expect(clashesOf([down(20, named('asks', 0, 50)), down(30)], [])).toEqual([{ label: 'asks', on: 'another arrow' }])
})
