/** Mistakes in pictures, and where they are shown. */
import { change, SECTION, type Case } from './broken-case.ts'
import { lineOf } from './broken-content.ts'

const BARS = 'pictures/throughput.mdx'
const DIAGRAM = 'pictures/replica-lag.mdx'
const SHEET = 'sheets/design-sketch.mdx'
const HEADING = '## The pitch'
const FIGURE = 'part/figure, as the names in service/bench/results.json have it'
const BENCH = 'bench: "floor/service: throughput"'
const D2 = 'a diagram in D2, as docs/pictures.md shows'

/** Told when the content is read. */
export const PICTURES: Case[] = [
  {
    name: 'a picture that does not exist',
    mistake: change(SECTION, HEADING, `<Picture id="cache-asid" />\n\n${HEADING}`),
    line: lineOf(SECTION, HEADING),
    found: '<Picture id="cache-asid" />, but there is no such picture',
    expected: 'the name of a file in the folder "pictures", without its ending',
    todo: 'write "cache-aside", or draw it; docs/pictures.md shows how',
  },
  {
    name: 'a bar of a figure that was never measured',
    mistake: change(BARS, BENCH, 'bench: "floor/service: throughputs"'),
    line: lineOf(BARS, BENCH),
    found: 'a figure "floor/service: throughputs" that the bench has not measured',
    expected: FIGURE,
    todo: 'write "floor/service: throughput", or run that part of the bench',
  },
  {
    name: 'a text with a figure that was never measured',
    mistake: change(BARS, '{floor/throughput: service / floor}', '{floor/throughput: service}'),
    line: lineOf(BARS, '{floor/throughput: service / floor}'),
    found: 'a figure "floor/throughput: service" that the bench has not measured',
    expected: FIGURE,
    todo: 'write "floor/throughput: service / floor", or run that part of the bench',
  },
  {
    name: 'an unknown kind of picture',
    mistake: change(DIAGRAM, 'kind: diagram', 'kind: boxes'),
    line: lineOf(DIAGRAM, 'kind: diagram'),
    found: 'kind: "boxes"',
    expected: 'a kind of picture: diagram, lanes, bars, lines or plan',
    todo: 'correct "kind"',
  },
]

/** Told when the diagrams are drawn. */
export const DIAGRAMS: Case[] = [
  {
    name: 'an arrow to a box that does not exist',
    mistake: change(DIAGRAM, 'offers -> strict', 'offers -> strickt'),
    line: lineOf(DIAGRAM, 'offers -> strict'),
    found: 'an arrow to or from "strickt", which is no box of this diagram',
    expected: 'the name of one: offers, products, strict, lax, primary, replica, beat',
    todo: 'write "strict", or declare it on a line of its own: "strickt: What it is called"',
  },
  {
    name: 'a message to an actor who does not exist',
    mistake: change('pictures/stale-set.mdx', 'reader -> redis: get 42', 'reader -> rediss: get 42'),
    line: lineOf('pictures/stale-set.mdx', 'reader -> redis: get 42'),
    found: 'an arrow to or from "rediss", which is no box of this diagram',
    expected: 'the name of one: reader, redis, mysql, writer, late, pause, stale, refused, again, serves',
    todo: 'write "redis", or declare it on a line of its own: "rediss: What it is called"',
  },
  {
    name: "an arrow of a sheet's drawing to a box that does not exist",
    mistake: change(SHEET, 'app -> edge', 'app -> egde'),
    line: lineOf(SHEET, 'app -> edge'),
    found: 'an arrow to or from "egde", which is no box of this diagram',
    expected: 'the name of one: app, web, feed, edge, service, redis, replica, primary, relay, telemetry',
    todo: 'write "edge", or declare it on a line of its own: "egde: What it is called"',
  },
  {
    name: 'a shape that D2 does not know',
    mistake: change(DIAGRAM, 'beat: Heartbeat\\nevery 100 ms', 'beat: Heartbeat {shape: hart}'),
    line: lineOf(DIAGRAM, 'beat: Heartbeat'),
    found: 'unknown shape "hart"',
    expected: D2,
    todo: 'correct this line',
  },
  {
    name: 'a bracket that is never closed',
    mistake: change(DIAGRAM, '{class: dashed}\n', '{class: dashed\n'),
    line: lineOf(DIAGRAM, '{class: dashed}'),
    found: 'maps must be terminated with }',
    expected: D2,
    todo: 'correct this line',
  },
  {
    name: 'an image in a diagram',
    mistake: change(DIAGRAM, 'beat: Heartbeat\\nevery 100 ms', 'beat: Heartbeat {icon: https://example.com/heart.svg}'),
    line: lineOf(DIAGRAM, 'd2: |') + 1,
    found: 'a part that the guide cannot show: <image>',
    expected: 'shapes with words and arrows; no icons, images, links or Markdown inside',
    todo: 'leave it out; break a label with \\n',
  },
  {
    name: 'a part that the guide cannot show',
    mistake: change(DIAGRAM, 'beat: Heartbeat\\nevery 100 ms', 'beat: |md\n    # Heartbeat\n  |'),
    line: lineOf(DIAGRAM, 'beat: Heartbeat'),
    found: 'a part that the guide cannot show: a block of Markdown or code',
    expected: 'shapes with words and arrows; no icons, images, links or Markdown inside',
    todo: 'leave it out; break a label with \\n',
  },
]
