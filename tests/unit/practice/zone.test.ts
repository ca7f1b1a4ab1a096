/** Time zones by name: what is taken, and what is asked back. */
import { expect, test } from '@playwright/test'
import { candidates, zoneWritten } from '../../../src/schemas/zone-names.ts'
import { isZone } from '../../../src/schemas/zone.ts'

for (const zone of ['Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires', 'UTC']) {
  test(`${zone} is a zone`, () => {
    expect(isZone(zone)).toBe(true)
  })
}

for (const text of ['BST', 'CET', 'EST', 'GMT', 'PST8PDT', 'Lisboa', 'Europe/Atlantis', 'Europe', '+02:00', '']) {
  test(`"${text}" is none`, () => {
    expect(isZone(text)).toBe(false)
  })
}

for (const [text, zones] of [
  ['BST', ['Europe/London', 'Asia/Dhaka']],
  ['CET', ['Europe/Paris']],
  ['EST', ['America/New_York']],
  ['PST', ['America/Los_Angeles', 'Asia/Manila']],
  ['Lisboa', ['Europe/Lisbon']],
  ['Europe/Berln', ['Europe/Berlin']],
  ['York', ['America/New_York']],
] as const) {
  test(`"${text}" may mean ${zones.join(' or ')}`, () => {
    const offered = candidates(text).map(({ zone }) => zone)
    expect(offered).toEqual(expect.arrayContaining([...zones]))
    expect(offered[0]).toBe(zones[0])
  })
}

test('of places with the same clocks the one where the candidate is comes first', () => {
  expect(candidates('CET', 'Europe/Vienna')[0]?.zone).toBe('Europe/Vienna')
  expect(candidates('EST', 'Europe/Vienna')[0]?.zone).toBe('America/New_York')
})

test('what stands for nothing offers nothing', () => {
  expect(candidates('Middle-earth')).toEqual([])
})

for (const [text, zone] of [
  ['berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['New York', 'America/New_York'],
  ['BST', undefined],
  ['Lisboa', undefined],
] as const) {
  test(`"${text}" written out is ${zone ?? 'none'}`, () => {
    expect(zoneWritten(text)).toBe(zone)
  })
}
