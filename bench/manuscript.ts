/** Writes pages as content for the guide: sections of a brief, and the least of all else that a guide must have. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { BenchPage } from './pages.ts'

const FOLDERS = ['brief', 'questions', 'concepts', 'stories', 'sheets', 'pictures']
const EMPTY_LISTS = [...['areas', 'blanks', 'asks', 'red-flags', 'paths'], ...['claims', 'whys', 'phases', 'rubric']]

const GUIDE = {
  candidate: { name: 'Bench', place: 'Anywhere' },
  role: { title: 'Measured role', team: 'Bench', places: ['Anywhere'] },
  company: { name: 'Bench' },
  interview: { minutes: 60, zone: 'UTC', note: 'Nobody is interviewed here.' },
  checked: '2026-11-22',
  pitch: 'These pages are only measured.',
  positioning: 'These pages are only measured.',
  messages: ['First.', 'Second.', 'Third.'],
  logistics: [{ label: 'When', text: 'Never.' }],
}

const PLAN = {
  days: [
    { day: 1, title: 'Bench', tasks: [{ id: 'run', title: 'Run', hours: { from: 1, to: 1 }, detail: 'Run it.' }] },
  ],
  week: [{ day: 1, title: 'Bench', tasks: ['run'] }],
  more: [],
  deliverables: ['A table.'],
}

/** Replaces the folder; `GUIDE_CONTENT` can then point at it. */
export async function writeManuscript(folder: string, pages: readonly BenchPage[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const name of FOLDERS) await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, 'guide.yaml'), stringify(GUIDE))
  await writeFile(join(folder, 'plan.yaml'), stringify(PLAN))
  for (const name of EMPTY_LISTS) await writeFile(join(folder, `${name}.yaml`), '[]\n')
  for (const [at, { slug, title, summary, list, body }] of pages.entries()) {
    const fields = { title, order: at + 1, summary, ...(list ? { list } : {}) }
    await writeFile(join(folder, 'brief', `${slug}.mdx`), `---\n${stringify(fields)}---\n\n${body}\n`)
  }
}
