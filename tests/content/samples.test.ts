/** What the guide shows of the service is used, and what is typed can be read by its language. */
import { Script } from 'node:vm'
import { expect, test } from '@playwright/test'
import { parse } from 'yaml'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder } from '../../src/manuscript/manuscript.ts'
import { nameOfRegion } from '../../src/manuscript/regions.ts'
import { FILES, textOf } from './content.ts'

/** Fences of a language with their file. */
const fences = (language: string) =>
  FILES.flatMap((file) =>
    [...textOf(file).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => ({
      file,
      code,
    })),
  )

const refusedBy = (read: (code: string) => unknown, language: string) =>
  fences(language).flatMap(({ file, code }) => {
    try {
      read(code)
      return []
    } catch (error) {
      return [`${file}: ${String(error)}`]
    }
  })

test('every region that is marked in the service is shown or pointed at', () => {
  const all = FILES.map(textOf).join('\n')
  const names = readSoundManuscript(contentFolder()).regions.map(nameOfRegion)
  expect(names.filter((name) => !all.includes(name))).toEqual([])
})

test('JavaScript that stands beside Go can be parsed', () => {
  expect(fences('js').length).toBeGreaterThan(0)
  // As the body of an async function, so that a sample may await and return.
  expect(refusedBy((code) => new Script(`(async () => {${code}\n})`), 'js')).toEqual([])
})

test('YAML and JSON can be parsed', () => {
  expect(refusedBy(parse, 'yaml')).toEqual([])
  expect(refusedBy((code) => JSON.parse(code) as unknown, 'json')).toEqual([])
})
