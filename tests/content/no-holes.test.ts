/** The content is sound, has no holes, and is the only place that knows whose guide this is. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder, entriesOf } from '../../src/manuscript/manuscript.ts'
import { FILES, textOf } from './content.ts'

test('the content passes all of its checks', () => {
  expect(readSoundManuscript(contentFolder()).problems).toEqual([])
})

test('figures that only the candidate knows are blanks, never letters', () => {
  const holes = FILES.flatMap((name) =>
    [...textOf(name).matchAll(/\b[XYN] ?%|\b[XYN] (?:years|minutes|endpoint)\b|\(link\)|\bTODO\b|\bTBD\b|\?\?\?/g)].map(
      ([hole]) => `${name}: ${hole}`,
    ),
  )
  expect(holes).toEqual([])
})

test('every blank that is declared stands somewhere', () => {
  const all = FILES.map(textOf).join('\n')
  const blanks = entriesOf(readSoundManuscript(contentFolder()), 'blank')
  expect(blanks.filter(({ id }) => !all.includes(`(blank:${id})`)).map(({ id }) => id)).toEqual([])
})

test('no code names the candidate, the company or their places: another candidate changes the words alone', () => {
  const { candidate, company, role } = parse(textOf('guide.yaml')) as {
    candidate: { name: string; place: string }
    company: { name: string }
    role: { team: string; places: string[] }
  }
  const names = [candidate.name, candidate.place, company.name, role.team, ...role.places]
  const known = globSync(['src/**/*.{ts,astro,css}', 'build/*.ts', 'commands/*.{ts,mjs}']).flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return names.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).map((name) => `${file}: ${name}`)
  })
  expect(known).toEqual([])
})
