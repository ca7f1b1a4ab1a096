/**
 * What every diagram of the guide begins with, in D2's own language: sizes, and the classes that need more than a
 * colour. Words are set at three times their size on the screen and the picture is shown at a third, because D2's
 * distances are fixed: so boxes stand nearer to one another.
 */

/** Units of a diagram for one pixel on the screen. */
export const SCALE = 3

const LINES = [
  'classes: {',
  '  store: { shape: cylinder }',
  '  words: { shape: text }',
  '  dashed: { style.stroke-dash: 5 }',
  '  group: { style.stroke-dash: 5 }',
  '}',
  '**.style.font-size: 42',
  ...['->', '<-', '<->', '--'].flatMap((arrow) => [
    `(** ${arrow} **)[*].style.font-size: 42`,
    `(** ${arrow} **)[*].style.italic: false`,
  ]),
]

/** Lines before the author's own. */
export const PRELUDE_LINES = LINES.length

export const withPrelude = (text: string): string => [...LINES, text].join('\n')
