/** Words of a question that say nothing about its subject. Pagefind wants every word on the page, so these must go. */

const STOP_WORDS = new Set(
  (
    'a about an and any are as at be but by can could did do does for from had has have how i if in into is it its ' +
    'just like many me much my of on or our should so some tell than that the their them there they this to us was ' +
    'we were what when where which who will with would you your yourself'
  ).split(' '),
)

/** The query without its stop words; as it was when nothing else is left. */
export function withoutStopWords(query: string): string {
  const words = query.split(/\s+/).filter((word) => !STOP_WORDS.has(word.toLowerCase().replace(/[?!.,]+$/, '')))
  return words.length > 0 ? words.join(' ') : query
}
