/** The first sentence of a text. In doubt the text is one sentence: rather too long than cut in the middle. */

/** Ends with a dot, and the sentence goes on. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|etc|vs|ca|approx|incl|max|min|no|fig|dr|mr|mrs|ms|prof|st)|\b\p{L})\.$/iu

/** Up to the first full stop, question or exclamation mark that ends a sentence; Markdown stays as it is. */
export function firstSentence(text: string): string {
  const whole = text.trim()
  for (const { index, 0: end } of whole.matchAll(/[.!?…]+["”’)*_]*(?=\s+["“‘([*_]*[\p{Lu}\p{N}])/gu)) {
    const sentence = whole.slice(0, index + end.length)
    if (!ABBREVIATION.test(sentence) && isClosed(sentence)) return sentence
  }
  return whole
}

/** Whether every bracket and every pair of bold signs that was opened is closed again. */
function isClosed(text: string): boolean {
  const count = (sign: string) => text.split(sign).length - 1
  return count('(') === count(')') && count('[') === count(']') && count('**') % 2 === 0
}

/** The words in bold at the beginning as a sentence of their own, else the first sentence. */
export function boldSentence(markdown: string): string {
  const bold = /^\*\*([^*]+?)[:.]?\*\*/.exec(markdown)?.[1]
  return bold === undefined ? firstSentence(markdown) : `**${bold}.**`
}
