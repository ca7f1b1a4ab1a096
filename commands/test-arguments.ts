/** What the commands that test hand on to the runner: `npm test -- search --grep "a kind of page"`. */
import { globSync } from 'node:fs'
import { parseArgs } from 'node:util'

const OPTIONS = {
  grep: { type: 'string', short: 'g' },
  project: { type: 'string', multiple: true },
  workers: { type: 'string' },
  'repeat-each': { type: 'string' },
  'last-failed': { type: 'boolean' },
  headed: { type: 'boolean' },
  debug: { type: 'boolean' },
  reporter: { type: 'string' },
} as const

/** The words as they are. Throws when one is neither an option nor part of the name of a test's file. */
export function testArguments(words: readonly string[], also: readonly string[] = []): readonly string[] {
  const { tokens } = parseArgs({
    args: [...words],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const files = globSync('tests/**/*.test.ts')
  const unknown = tokens.flatMap((token) => {
    if (token.kind === 'option') return token.name in OPTIONS ? [] : [token.rawName]
    if (token.kind !== 'positional') return []
    // A file may be followed by a line.
    const [name = ''] = token.value.split(':')
    return files.some((file) => file.includes(name)) ? [] : [token.value]
  })
  if (unknown.length === 0) return words
  const known = [...also, 'parts of names of files in tests/', ...Object.keys(OPTIONS).map((name) => `--${name}`)]
  throw new Error(`There is no ${unknown.join(', ')} here; known are ${known.join(', ')}.`)
}
