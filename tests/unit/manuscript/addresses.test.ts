/** Everything that words may point at has an address. */
import { expect, test } from '@playwright/test'
import { targetsOf, withBase } from '../../../src/manuscript/addresses.ts'
import { sectionAddress } from '../../../src/manuscript/kinds.ts'
import { readManuscript } from '../../../src/manuscript/manuscript.ts'

for (const [base, address, joined] of [
  ['/', '/', '/'],
  ['/', '/asks/#visa', '/asks/#visa'],
  ['/some/base/', '/', '/some/base/'],
  ['/some/base/', '/asks/#visa', '/some/base/asks/#visa'],
  ['/some/base', '/asks/', '/some/base/asks/'],
] as const) {
  test(`${address} under ${base} is ${joined}`, () => {
    expect(withBase(base, address)).toBe(joined)
  })
}

test('a section with a list lives on the page of its list', () => {
  expect(sectionAddress('job', {})).toBe('/brief/job/')
  expect(sectionAddress('asks', { list: 'asks' })).toBe('/asks/')
})

const targets = targetsOf(readManuscript('content'))

for (const [reference, address] of [
  ['section:fit', '/brief/fit/'],
  ['section:plan', '/plan/'],
  ['question:slow-sql', '/questions/slow-sql/'],
  ['concept:redis', '/concepts/redis/'],
  ['story:outage', '/stories/outage/'],
  ['sheet:star', '/sheets/star/'],
  ['path:one-hour', '/paths/one-hour/'],
  ['ask:visa', '/asks/#visa'],
  ['flag:churn', '/brief/red-flags/#churn'],
  ['blank:go-weeks', '/blanks/#go-weeks'],
] as const) {
  test(`${reference} leads to ${address}`, () => {
    expect(targets.get(reference)?.address).toBe(address)
    expect(targets.get(reference)?.title).toMatch(/\S/)
  })
}
