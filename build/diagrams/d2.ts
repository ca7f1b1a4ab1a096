/** D2, which places boxes and arrows: started when the first diagram has to be drawn, and stopped after the last. */
import { D2, type Compiled } from '@terrastruct/d2'
import { closest } from 'fastest-levenshtein'
import { PRELUDE_LINES, SCALE, withPrelude } from './prelude.ts'
import type { Drawing } from '../../src/manuscript/diagrams.ts'
import type { Clash } from './clear.ts'
import { drawingOf, UnknownPart } from './svg.ts'

/** What is wrong with a diagram, and on which of its lines, from 0. */
export interface Fault {
  line: number
  found: string
  expected: string
  todo: string
}

/** Draws one diagram at a time. Throws nothing for mistakes of the author: they are what it returns. */
export type Draw = (text: string) => Promise<Drawing | { faults: readonly Fault[] }>

/** Hands a running D2 to `use`, and ends its thread whatever happens, because it would keep the build from ending. */
export async function withD2<T>(use: (draw: Draw) => Promise<T>): Promise<T> {
  const d2 = new D2()
  await d2.ready
  const died = new Promise<never>((_, reject) => void d2.worker?.once('error', reject))
  try {
    return await Promise.race([use((text) => drawn(d2, text)), died])
  } finally {
    await d2.worker?.terminate()
  }
}

async function drawn(d2: D2, text: string): Promise<Drawing | { faults: readonly Fault[] }> {
  // D2 would never answer: it measures Markdown and code with a browser, and there is none.
  const block = text.split('\n').findIndex((line) => /(?:^|:)\s*\|/.test(line))
  if (block >= 0) return { faults: [unknownPart('a block of Markdown or code', block)] }
  try {
    const first = await laidOut(d2, text, 'elk')
    if ('faults' in first) return first
    if (first.clashes.length === 0) return first.drawing
    // The other layout is plainer, and may find room.
    const second = await laidOut(d2, text, 'dagre')
    if ('drawing' in second && second.clashes.length === 0) return second.drawing
    return { faults: first.clashes.map((clash) => touching(clash, text)) }
  } catch (error) {
    if (error instanceof UnknownPart) return { faults: [unknownPart(`<${error.message}>`, 0)] }
    if (error instanceof Error) return { faults: refusals(error.message) }
    throw error
  }
}

async function laidOut(d2: D2, text: string, layout: 'elk' | 'dagre') {
  const compiled = await d2.compile(withPrelude(text), { layout })
  const faults = undeclared(compiled, text)
  if (faults.length > 0) return { faults }
  const svg = await d2.render(compiled.diagram, { ...compiled.renderOptions, pad: 8, noXMLTag: true })
  return drawingOf(svg, framesOf(compiled), SCALE)
}

const touching = ({ label, on }: Clash, text: string): Fault => ({
  line: Math.max(
    0,
    text.split('\n').findIndex((line) => line.includes(label.split(' ')[0] ?? '') && /--|->|<-/.test(line)),
  ),
  found: `the words "${label}" of an arrow, which would lie on ${on}`,
  expected: 'words that touch nothing',
  todo: 'shorten them, break them with \\n, turn the arrow around, or change the order of the boxes',
})

/** Ids of shapes that hold others. */
const framesOf = ({ diagram }: Compiled): Set<string> =>
  new Set(diagram.shapes.flatMap(({ id }) => [...id.matchAll(/\./g)].map(({ index }) => id.slice(0, index))))

/** Ends of arrows that no line of their own declares; D2 would draw a box for a misspelt name. */
function undeclared({ graph }: Compiled, text: string): Fault[] {
  const objects = graph.objects ?? []
  const isSequence = /shape:\s*sequence_diagram/.test(text)
  const declared = objects.filter(({ references = [] }) => references.some((one) => one.map_key_edge_index < 0))
  const names = declared.map(({ id_val }) => id_val)
  return objects.flatMap(({ id_val: name, references = [] }) => {
    const [first] = references
    // In a sequence diagram `actor.span` marks how long an actor is busy and needs no line of its own.
    if (!first || names.includes(name) || (isSequence && first.key_path_index > 0)) return []
    return [
      {
        line: lineIn(first.key.range),
        found: `an arrow to or from "${name}", which is no box of this diagram`,
        expected: `the name of one: ${names.join(', ')}`,
        todo: `${names.length > 0 ? `write "${closest(name, names)}", or ` : ''}declare it on a line of its own: "${name}: What it is called"`,
      },
    ]
  })
}

const EXPECTED = 'a diagram in D2, as docs/pictures.md shows'

const unknownPart = (name: string, line: number): Fault => ({
  line,
  found: `a part that the guide cannot show: ${name}`,
  expected: 'shapes with words and arrows; no icons, images, links or Markdown inside',
  todo: 'leave it out; break a label with \\n',
})

/** What D2 says about a text that it cannot read: a list in JSON, or a sentence. */
function refusals(message: string): Fault[] {
  if (!message.startsWith('['))
    return [{ line: 0, found: `D2 cannot draw it: ${message}`, expected: EXPECTED, todo: 'correct the diagram' }]
  const errors = JSON.parse(message) as { range: string; errmsg: string }[]
  return errors.map(({ range, errmsg }) => ({
    line: lineIn(range),
    found: errmsg.replace(/^index:\d+:\d+: /, ''),
    expected: EXPECTED,
    todo: 'correct this line',
  }))
}

/** Line of the author's text, from 0, in a range such as `index,3:9:26-3:16:33`. */
const lineIn = (range: string) => Math.max(0, Number(/,(\d+):/.exec(range)?.[1] ?? 0) - PRELUDE_LINES)
