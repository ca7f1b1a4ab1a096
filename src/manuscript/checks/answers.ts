/** A model answer has its three parts and can be said in about a minute. */
import { ANSWER_PARTS, ANSWER_WORDS } from '../../schemas/question.ts'
import { answerParts, type Part } from '../answer.ts'
import type { Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { plainText } from '../plain-text.ts'
import { isFault, treeOf } from '../tree.ts'
import { countWords } from '../words.ts'
import { componentsOf, type Component } from './body.ts'

/** The headings first, then the length. */
export function answerProblems(text: Text): Problem[] {
  if (text.kind !== 'question' || isFault(treeOf(text))) return []
  const parts = answerParts(text)
  const missing = ANSWER_PARTS.find((title, at) => parts[at]?.title !== title)
  if (missing) return [withoutPart(text, missing)]
  const empty = parts.slice(0, ANSWER_PARTS.length).find((part) => part.text === '')
  if (empty) return [emptyPart(text.file, empty)]
  const spoken = parts.slice(0, ANSWER_PARTS.length).map(({ text }) => text)
  const words = countWords(plainText(spoken.join('\n\n')))
  const [deeper] = parts.slice(ANSWER_PARTS.length)
  const shown = componentsOf(text).find(({ line }) => line < (deeper?.line ?? Infinity))
  if (shown) return [withComponent(text, shown)]
  return words < ANSWER_WORDS.min || words > ANSWER_WORDS.max ? [ofWrongLength(text, words)] : []
}

const withoutPart = (text: Text, missing: string): Problem => ({
  file: text.file,
  line: text.bodyLine,
  found: `no heading "## ${missing}" at its place`,
  expected: `the headings ${ANSWER_PARTS.map((title) => `"## ${title}"`).join(', ')}, in this order, first`,
  todo: 'sort the answer under these three headings; others may follow',
})

const emptyPart = (file: string, { title, line }: Part): Problem => ({
  file,
  line,
  found: `nothing below the heading "${title}"`,
  expected: 'words to say in each of the three parts',
  todo: 'write them',
})

const withComponent = (text: Text, { node, line }: Component): Problem => ({
  file: text.file,
  line,
  found: `<${node.name ?? ''}> in the answer`,
  expected: 'words and samples alone; the three parts also stand on a card',
  todo: 'move it below a fourth heading, such as "## Go deeper"',
})

const ofWrongLength = (text: Text, words: number): Problem => ({
  file: text.file,
  line: text.bodyLine,
  found: `an answer of ${words} words`,
  expected: `${ANSWER_WORDS.min} to ${ANSWER_WORDS.max} words in the three parts, about a minute spoken`,
  todo:
    words > ANSWER_WORDS.max
      ? 'cut it, or move details below a fourth heading'
      : 'say more in the approach or in the example',
})
