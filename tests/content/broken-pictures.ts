/** Mistakes in pictures, and where they are shown. */
import { change, SECTION, type Case } from './broken-case.ts'
import { lineOf } from './broken-content.ts'

const BARS = 'pictures/throughput.mdx'
const BOXES = 'pictures/replica-lag.mdx'
const SEQUENCE = 'pictures/stale-set.mdx'
const HEADING = '## The pitch'
const FIGURE = 'part/figure, as the names in service/bench/results.json have it'
const BENCH = 'bench: "floor/service: throughput"'
const ARROW = '- { from: offers, to: strict }'
const STEP = 'from: reader, to: redis, text: get 42'

export const PICTURES: Case[] = [
  {
    name: 'a picture that does not exist',
    mistake: change(SECTION, HEADING, `<Picture id="cache-asid" />\n\n${HEADING}`),
    line: lineOf(SECTION, HEADING),
    found: '<Picture id="cache-asid" />, but there is no such picture',
    expected: 'the name of a file in the folder "pictures", without its ending',
    todo: 'write "cache-aside", or draw it; src/schemas/picture.ts explains how',
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
    name: 'an arrow to a box that does not exist',
    mistake: change(BOXES, ARROW, '- { from: offers, to: strickt }'),
    line: lineOf(BOXES, ARROW),
    found: 'no box "strickt" in this picture',
    expected: 'the id of one: offers, products, strict, lax, primary, replica, beat',
    todo: 'write "strict", or add the box',
  },
  {
    name: 'a message to an actor who does not exist',
    mistake: change(SEQUENCE, STEP, 'from: reader, to: rediss, text: get 42'),
    line: lineOf(SEQUENCE, STEP),
    found: 'no actor "rediss" in this picture',
    expected: 'the id of one: reader, redis, mysql, writer',
    todo: 'write "redis", or add the actor',
  },
  {
    name: 'an unknown kind of picture',
    mistake: change(BOXES, 'kind: boxes', 'kind: boxen'),
    line: lineOf(BOXES, 'kind: boxes'),
    found: 'kind: "boxen"',
    expected: 'a kind of picture: boxes, sequence, lanes, bars, lines, tree or plan',
    todo: 'correct "kind"',
  },
]
