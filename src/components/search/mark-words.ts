/** Marks the words that led here, in the section that the search result named. Nothing in the page is rewritten. */

/** Marks the words that the address names as `mark`, each as a whole and in any case. */
export function markWords() {
  const wanted = new URLSearchParams(location.search).getAll('mark').filter(Boolean).map(escaped)
  // A browser without the highlight API lands on the heading all the same.
  if (wanted.length === 0 || !('highlights' in CSS)) return
  // `\b` would not know letters beyond ASCII.
  const words = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${wanted.join('|')})(?![\p{L}\p{N}])`, 'giu')
  CSS.highlights.set('searched', new Highlight(...matches(markedRegion(), words)))
  document.documentElement.dataset['searched'] = ''
}

/** Outside letters and digits a sign is escaped by its code, which the `u` flag accepts for every sign. */
const escaped = (word: string) =>
  word.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? '20'}}`)

/** The heading in the address and all that follows it up to the next heading of its rank; else the whole text. */
function markedRegion(): Range {
  const region = document.createRange()
  const article = document.querySelector('article') ?? document.body
  region.selectNodeContents(article)
  const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!heading || !article.contains(heading)) return region
  region.setStartBefore(heading)
  const rank = Number(heading.tagName[1])
  const following = [...article.querySelectorAll('h1,h2,h3,h4')].find(
    (other) =>
      Number(other.tagName[1]) <= rank && heading.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  if (following) region.setEndBefore(following)
  return region
}

/** Elements inside which a word goes on: `change.idempotencyKey` in code is three of them. */
const INLINE = 'a,abbr,b,code,em,i,kbd,mark,q,small,span,strong,sub,sup,var'

function* matches(region: Range, words: RegExp): Generator<Range> {
  const { text, pieces } = textOf(region)
  for (const { index, 0: word } of text.matchAll(words)) {
    const end = index + word.length
    const first = pieces.findLast(({ at }) => at <= index)
    const last = pieces.findLast(({ at }) => at < end)
    if (!first || !last) continue
    const found = document.createRange()
    found.setStart(first.node, index - first.at)
    found.setEnd(last.node, end - last.at)
    yield found
  }
}

/** The text of a region as one, with a line between what stands apart, and where in it each text node begins. */
function textOf(region: Range): { text: string; pieces: { node: Text; at: number }[] } {
  const pieces: { node: Text; at: number }[] = []
  let text = ''
  let block: Element | null | undefined
  const walker = document.createTreeWalker(
    region.commonAncestorContainer,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  )
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element && !node.matches(INLINE)) text += '\n'
    if (!(node instanceof Text) || !region.intersectsNode(node)) continue
    const own = node.parentElement?.closest(`:not(${INLINE})`)
    if (own !== block) text += '\n'
    block = own
    pieces.push({ node, at: text.length })
    text += node.data
  }
  return { text, pieces }
}
