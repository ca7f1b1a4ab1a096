/** Draws the diagrams of the content that have not been drawn yet. */
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFigures } from '../../src/manuscript/bench.ts'
import { diagramsOf, drawingFile, DRAWINGS, type Diagram } from '../../src/manuscript/diagrams.ts'
import type { Manuscript } from '../../src/manuscript/manuscript.ts'
import { ContentError, type Problem } from '../../src/manuscript/problem.ts'
import { withD2, type Draw } from './d2.ts'

/** Leaves a drawing of every diagram in the cache. Throws a `ContentError` with the mistakes in their texts. */
export async function drawDiagrams(manuscript: Manuscript): Promise<void> {
  forgetOtherMakers()
  const missing = diagramsOf(manuscript, readFigures()).filter(({ text }) => !existsSync(drawingFile(text)))
  // D2 takes seconds to start: only when something must be drawn.
  const problems = missing.length === 0 ? [] : await withD2((draw) => drawAll(missing, draw))
  if (problems.length > 0) throw new ContentError(problems)
}

async function drawAll(diagrams: readonly Diagram[], draw: Draw): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { file, line, text } of diagrams) {
    const drawn = await draw(text)
    if ('faults' in drawn) problems.push(...drawn.faults.map((fault) => ({ ...fault, file, line: line + fault.line })))
    else keep(drawingFile(text), JSON.stringify(drawn))
  }
  return problems
}

/** Drawings of an older program would be shown for ever. */
function forgetOtherMakers() {
  const sources = [...globSync('build/diagrams/*.ts').toSorted(), 'node_modules/@terrastruct/d2/package.json']
  const hash = createHash('sha256')
  for (const source of sources) hash.update(readFileSync(source))
  const maker = hash.digest('hex')
  const stamp = join(DRAWINGS, 'maker')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === maker) return
  rmSync(DRAWINGS, { recursive: true, force: true })
  mkdirSync(DRAWINGS, { recursive: true })
  keep(stamp, maker)
}

/** Whole or not at all: two builds may run at once. */
function keep(file: string, text: string) {
  const half = `${file}.${process.pid}`
  writeFileSync(half, text)
  renameSync(half, file)
}
