/** A model answer has its three parts and can be said in about a minute. */
import { ANSWER_PARTS, ANSWER_WORDS } from '../../schemas/question.ts'
import { answerParts } from '../answer.ts'
import type { Entry } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { countWords } from '../words.ts'

/** The headings first, then the length. */
export function answerProblems(entry: Entry<'question'>): Problem[] {
  const parts = answerParts(entry.body)
  const missing = ANSWER_PARTS.find((title, at) => parts[at]?.title !== title)
  if (missing) return [withoutPart(entry, missing)]
  const spoken = parts.slice(0, ANSWER_PARTS.length).map(({ text }) => text)
  const words = countWords(spoken.join('\n'))
  return words < ANSWER_WORDS.min || words > ANSWER_WORDS.max ? [ofWrongLength(entry, words)] : []
}

const withoutPart = (entry: Entry, missing: string): Problem => ({
  file: entry.file,
  line: entry.bodyLine,
  found: `no heading "## ${missing}" at its place`,
  expected: `the headings ${ANSWER_PARTS.map((title) => `"## ${title}"`).join(', ')}, in this order, first`,
  todo: 'sort the answer under these three headings; others may follow',
})

const ofWrongLength = (entry: Entry, words: number): Problem => ({
  file: entry.file,
  line: entry.bodyLine,
  found: `an answer of ${words} words`,
  expected: `${ANSWER_WORDS.min} to ${ANSWER_WORDS.max} words in the three parts, about a minute spoken`,
  todo:
    words > ANSWER_WORDS.max
      ? 'cut it, or move details below a fourth heading'
      : 'say more in the approach or in the example',
})
