/** Corrects misspelt words of a query against the words of the index. Pagefind itself would drop or shorten them. */
import { distance } from 'fastest-levenshtein'
import { WORD } from '../../ui/vocabulary.ts'

/** Shorter words are never replaced: too many others lie within one letter of them. */
const SHORTEST = 4

/** A query with its unknown words replaced. */
export interface Correction {
  /** The query to search for. */
  query: string
  /** Whether a word was replaced. */
  corrected: boolean
  /** Words that nothing in the index is near to; they are left out of `query`. */
  unknown: string[]
}

/** Endings that the index's stemmer ignores: `caches` finds `cache`. */
const ENDINGS = /(?:ings?|ed|es|e|s|ly)$/

export class Vocabulary {
  readonly #words: readonly string[]
  readonly #known: ReadonlySet<string>
  readonly #stems: ReadonlySet<string>

  /** Words in lower case, the more frequent first. */
  constructor(words: readonly string[]) {
    this.#words = words
    this.#known = new Set(words)
    this.#stems = new Set(words.map(stem))
  }

  /** Whether the index has the word, a form of it, or one that begins with it (somebody may still be typing). */
  knows(word: string): boolean {
    return (
      word.length < 2 ||
      this.#known.has(word) ||
      this.#stems.has(stem(word)) ||
      this.#words.some((known) => known.startsWith(word))
    )
  }

  /** The word within a third of its letters that is nearest, the more frequent among equals. */
  nearest(word: string): string | undefined {
    if (word.length < SHORTEST) return undefined
    const [best] = this.near(word, 1)
    return best !== undefined && stepsBetween(word, best) <= Math.max(1, Math.floor(word.length / 3)) ? best : undefined
  }

  /** The nearest words, however far, best first. */
  near(word: string, count: number): string[] {
    const ranked = this.#words.map((known, at) => ({ known, at, far: remoteness(word, known) }))
    return ranked
      .toSorted((a, b) => a.far - b.far || a.at - b.at)
      .slice(0, count)
      .map(({ known }) => known)
  }
}

/** Replaces unknown words; signs, short words and known words stay as they were typed. */
export function correct(query: string, vocabulary: Vocabulary): Correction {
  const unknown: string[] = []
  let corrected = false
  const replaced = query.replace(WORD, (word) => {
    if (vocabulary.knows(word.toLowerCase())) return word
    const nearest = vocabulary.nearest(word.toLowerCase())
    if (nearest === undefined) unknown.push(word)
    else corrected = true
    return nearest ?? ''
  })
  return { query: replaced.replace(/\s+/g, ' ').trim(), corrected, unknown }
}

/** Steps between two words; a different first letter counts half a step more, as people rarely miss that one. */
function remoteness(word: string, known: string): number {
  return stepsBetween(word, known) + (known.startsWith(word.charAt(0)) ? 0 : 0.5)
}

/** Edit distance in which two swapped neighbours are one step, as they are to whoever types. */
function stepsBetween(word: string, known: string): number {
  const at = Array.from(word).findIndex((letter, position) => letter !== known[position])
  const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  return at >= 0 && swapped === known ? 1 : distance(word, known)
}

const stem = (word: string) => (word.length > SHORTEST ? word.replace(ENDINGS, '') : word)
