/** What the project's documents name is there: files, and the law of imports. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'

const lines = (file: string) => readFileSync(file, 'utf8').split('\n')

/** Folders that commands make. */
const MADE = lines('.gitignore').filter(Boolean)

/** Whether what stands between backticks is a path from the project's root or, in its tables, from `content/`. */
const isPath = (words: string) =>
  /^[\w.@<>*[\]-]+(?:\/[\w.@<>*[\]-]+)*\/?$/.test(words) &&
  /\/|\w\.(?:astro|css|go|js|json|lua|md|mdx|mjs|py|ts|yaml)$/.test(words)

/** `<area>` and `*` stand for any name. */
function isThere(path: string): boolean {
  const pattern = path.replace(/<\w+>/g, '*')
  return ['.', 'content'].some((folder) =>
    pattern.includes('*') ? globSync(pattern, { cwd: folder }).length > 0 : existsSync(join(folder, path)),
  )
}

for (const file of ['README.md', ...globSync('docs/*.md')]) {
  const text = readFileSync(file, 'utf8').replace(/^```[\s\S]*?^```$/gm, '')

  test(`${file} names files and folders that there are`, () => {
    const paths = [...text.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words).filter(isPath)
    expect(paths.length).toBeGreaterThan(3)
    expect(paths.filter((path) => !MADE.some((made) => path.startsWith(made)) && !isThere(path))).toEqual([])
  })

  test(`${file} links to files that there are`, () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => join(dirname(file), link))
    expect(links.filter((link) => !existsSync(link))).toEqual([])
  })
}

test('the law of imports stands in docs/house.md as the linter has it', () => {
  const rooms = [
    ...readFileSync('eslint.config.js', 'utf8').matchAll(/\[\s*'(\w+)',\s*\[([^\]]*)\],\s*'([^']+)',?\s*\]/g),
  ]
  const rows = rooms.map(([, room, known = '', reason]) =>
    [room, known.replaceAll("'", '') || 'none', reason].join(' | '),
  )
  const told = lines('docs/house.md').map((line) => line.replace(/^\| | +\|$/g, '').replace(/ +/g, ' '))
  expect(rows.length).toBeGreaterThan(5)
  expect(told.filter((line) => rooms.some(([, room = '']) => line.startsWith(`${room} | `)))).toEqual(rows)
})
