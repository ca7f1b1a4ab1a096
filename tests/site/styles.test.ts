/** The style sheets as they are served, in what Safari 16.4 understands: no other test opens them in an old browser. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { SITES } from '../../commands/test-sites.ts'

const sheets = globSync('_astro/*.css', { cwd: SITES.root })

/** Declarations of every rule, `property:value`. */
const rulesIn = (css: string) => css.split(/[{}]/).map((part) => part.split(';'))

/** Values that Safari would drop, and the whole declaration with them. */
function refused(declarations: readonly string[]): string[] {
  return declarations.filter((declaration) => {
    const value = /^text-decoration:(.*)$/.exec(declaration)?.[1]
    if (value === undefined) return declaration.includes('light-dark(')
    const isJoined = value.includes(' ')
    // With a style or a colour its prefixed form is known, with a thickness none is.
    return isJoined && (/\d/.test(value) || !declarations.includes(`-webkit-text-decoration:${value}`))
  })
}

test('no rule has a value that Safari 16.4 drops', () => {
  expect(sheets.length).toBeGreaterThan(5)
  for (const name of sheets) {
    const rules = rulesIn(readFileSync(join(SITES.root, name), 'utf8'))
    expect.soft(rules.flatMap(refused), name).toEqual([])
  }
})

for (const [rule, isRefused] of [
  ['a{color:red;text-decoration:underline 1px}', true],
  ['a{-webkit-text-decoration:underline dotted;text-decoration:underline dotted}', false],
  ['a{text-decoration:underline dotted}', true],
  ['a{text-decoration:underline;text-decoration-thickness:1px}', false],
] as const) {
  test(`${rule} is ${isRefused ? 'refused' : 'taken'}`, () => {
    expect(rulesIn(rule).flatMap(refused).length > 0).toBe(isRefused)
  })
}
