/** Links in bodies and fields lead somewhere, and stand where a link can. */
import { closest, distance } from 'fastest-levenshtein'
import { REFERENCE, REFERENCE_KINDS } from '../kinds.ts'
import type { Entry, Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { nodesOf, nodesOfField, textIn, type Placed } from '../tree.ts'
import { fieldsOf } from './fields.ts'
import { dangling, isReferenceKind, type Known } from './known.ts'

type Told = Omit<Problem, 'file' | 'line'>
type Link = Placed<'link' | 'definition'>

/** Links of a body; `anchors` are the names on its page. */
export function bodyLinks(text: Text, known: Known, anchors: readonly string[]): Problem[] {
  return nodesOf(text, 'link', 'definition').flatMap((link) => {
    const told = linkTold(link.node.url, known, anchors) ?? misplaced(link) ?? wordless(link)
    return told ? [{ file: text.file, line: link.line, ...told }] : []
  })
}

/** Links and images in the Markdown of the fields, and links where a field is no Markdown. */
export function fieldLinks(entry: Entry, known: Known): Problem[] {
  return fieldsOf(entry).flatMap(({ text, path, holds }) => {
    const tell = (told: Told | undefined) => (told ? [{ file: entry.file, line: entry.lineOf(path), ...told }] : [])
    if (holds === 'plain') return tell(markdownInPlain(text))
    if (holds !== 'inline') return []
    return [
      ...nodesOfField(text, 'link', 'definition').flatMap((link) =>
        tell(linkTold(link.node.url, known, undefined) ?? wordless(link)),
      ),
      ...nodesOfField(text, 'image', 'imageReference').flatMap(() => tell(imageInField)),
      ...nodesOfField(text, 'heading').flatMap(({ node }) => tell(headingInField(textIn(node)))),
    ]
  })
}

function linkTold(url: string, known: Known, anchors: readonly string[] | undefined): Told | undefined {
  const [, kind = '', id = ''] = /^([a-z]+):([^/].*)$/i.exec(url) ?? []
  if (isReferenceKind(kind)) return known.has(kind, id) ? undefined : lostReference(kind, id, known)
  if (/^https:\/\/[^/\s]+\.[a-z]|^mailto:\S+@|^tel:\+?\d/i.test(url)) return undefined
  if (anchors && url.startsWith('#')) return anchors.includes(url.slice(1)) ? undefined : lostAnchor(url, anchors)
  const nearKind = closest(kind.toLowerCase(), [...REFERENCE_KINDS])
  return {
    found: `a link to "${url}", which leads nowhere`,
    expected: `kind:id (${REFERENCE_KINDS.join(', ')}), an address that begins with https://${anchors ? ', or #heading' : ''}`,
    todo:
      kind && distance(kind.toLowerCase(), nearKind) <= 2
        ? `write "${nearKind}:${id}"`
        : url.startsWith('http:')
          ? `write "${url.replace('http:', 'https:')}"`
          : 'write where it should lead, or take the link away',
  }
}

function lostReference(kind: string, id: string, known: Known): Told {
  const [whole = '', anchor] = id.split('#')
  if (kind === 'code' || anchor === undefined || !known.has(kind, whole)) return dangling(kind, id, known)
  return {
    found: `a link to "#${anchor}" of "${kind}:${whole}"`,
    expected: 'kind:id alone; a link leads to the page, or to the one thing on it',
    todo: `write "${kind}:${whole}"`,
  }
}

/** What a reference leads to has a title, another address has none. */
function wordless({ node }: Link): Told | undefined {
  if (node.type !== 'link' || node.children.length > 0 || REFERENCE.test(node.url)) return undefined
  return {
    found: `a link without words: [](${node.url})`,
    expected: 'words to press; of kind:id alone the title is shown',
    todo: `write "[what is there](${node.url})"`,
  }
}

const lostAnchor = (url: string, anchors: readonly string[]): Told => ({
  found: `a link to "${url}", and no such heading on the page`,
  expected: anchors.length > 0 ? `one of ${anchors.map((one) => `#${one}`).join(', ')}` : 'a heading to link to',
  todo: anchors.length > 0 ? `write "#${closest(url.slice(1), [...anchors])}"` : 'take the link away',
})

/** Headings are links to themselves. */
function misplaced({ node, within }: Link): Told | undefined {
  if (node.type !== 'link' || !within.some(({ type }) => type === 'heading')) return undefined
  return {
    found: `a link in a heading: "${textIn(node)}"`,
    expected: 'headings without links; each is a link to itself',
    todo: 'put the link into the text below',
  }
}

function markdownInPlain(text: string): Told | undefined {
  const marked = /\[[^\]]*\]\((?:[a-z]+:|#)[^)]*\)/.exec(text)?.[0]
  if (!marked) return undefined
  return {
    found: `Markdown in a field of plain text: ${marked}`,
    expected: 'words that are shown as they are written; only fields of Markdown hold links and blanks',
    todo: 'write the words alone',
  }
}

const headingInField = (words: string): Told => ({
  found: `a heading in a field: "# ${words}"`,
  expected: 'words in a line or a few paragraphs; a line that begins with "# " is a heading in Markdown',
  todo: `write it out ("number of"), or put "\\" before the sign: "\\#"`,
})

const imageInField: Told = {
  found: 'an image in a field',
  expected: 'words; pictures stand in the text below the fields, as <Picture id="…" />',
  todo: 'move it there, or link to it',
}
