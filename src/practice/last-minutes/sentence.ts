/**
 * The first sentence of a text. In doubt the text is one sentence: rather too long than cut in the middle.
 *
 * `Intl.Segmenter` cuts after "Dr." and "e.g.", at the end of a line and within bold words, and Firefox has it from 125
 * on; the rules below would all have to stand beside it.
 */

/** Ends with a dot, and the sentence goes on; behind a figure a letter is a unit, `1.5 s.`, and may end it. */
const ABBREVIATION =
  /(?:\b(?:e\.g|i\.e|etc|vs|ca|approx|incl|max|min|no|fig|dr|mr|mrs|ms|prof|st)|(?<!\d\s?)\b\p{L})\.$/iu

/** Up to the first full stop, question or exclamation mark that ends a sentence; Markdown stays as it is. */
export function firstSentence(text: string): string {
  const whole = text.trim()
  for (const { index, 0: end } of whole.matchAll(/[.!?…]+["”’)*_]*(?=\s+["“‘([*_]*[\p{Lu}\p{N}])/gu)) {
    const sentence = whole.slice(0, index + end.length)
    if (!ABBREVIATION.test(sentence) && isClosed(sentence)) return sentence
  }
  return whole
}

/** Whether every bracket and every pair of bold marks that was opened is closed again. */
function isClosed(text: string): boolean {
  const count = (mark: string) => text.split(mark).length - 1
  return count('(') === count(')') && count('[') === count(']') && count('**') % 2 === 0
}

/** The words in bold at the beginning as a sentence of their own, else the first sentence. */
export function boldSentence(markdown: string): string {
  const bold = /^\*\*([^*]+?)[:.]?\*\*/.exec(markdown)?.[1]
  return bold === undefined ? firstSentence(markdown) : `**${bold}.**`
}
