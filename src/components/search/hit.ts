/** Shapes what Pagefind knows of a page into what the search shows of it. */
import type { PagefindPage, PagefindPart } from './pagefind.ts'

/** A page that was found. */
export interface Hit {
  title: string
  /** `question`, `concept`, `story`, `section`, `sheet` or `ask`. */
  kind: string
  href: string
  /** Sections of the page in which the words stand, in the order of the page. */
  parts: HitPart[]
}
export interface HitPart {
  /** Heading of the section; empty for the text above the first heading. */
  heading: string
  href: string
  /** HTML with the found words in `mark` elements. */
  excerpt: string
}

/** Sections of a page that are shown, the best ones. */
const PARTS = 3

/** A page with its best sections, the found words in their addresses. */
export function hitOf({ url, meta, filters, sub_results: found }: PagefindPage): Hit {
  const title = meta['title'] ?? url
  const best = found
    .map((part, at) => ({ part, at, score: scoreOf(part) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, PARTS)
    .toSorted((a, b) => a.at - b.at)
  return {
    title,
    kind: filters['kind']?.[0] ?? 'section',
    href: withMarks(url, found[0]?.excerpt ?? ''),
    parts: best.map(({ part }) => ({
      heading: part.anchor && part.anchor.id !== 'content' ? part.title : '',
      href: withMarks(part.url, part.excerpt),
      excerpt: part.excerpt,
    })),
  }
}

const scoreOf = ({ weighted_locations }: PagefindPart) =>
  weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0)

/** Adds the found words to the address, so that the page can mark them. */
function withMarks(url: string, excerpt: string): string {
  const [address = '', anchor] = url.split('#')
  const words = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word = '']) => plain(word))
  const query = new URLSearchParams([...new Set(words)].filter(Boolean).map((word) => ['mark', word]))
  return `${address}${query.size > 0 ? `?${query}` : ''}${anchor ? `#${anchor}` : ''}`
}

const plain = (word: string) =>
  word
    .replace(/&#?\w+;/g, ' ')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+]+$/gu, '')
