/** Words for generated pages: as frequent as in the guide's own text, and rare ones that grow with the text. */
import type { Manuscript } from '../src/manuscript/manuscript.ts'
import { oneOf, type Chance } from './random.ts'

/** Share of words that the guide's own text does not have. */
const RARE_SHARE = 0.04
/** Rare words that there are in all. */
const RARE_WORDS = 100_000
const CONSONANTS = Array.from('bcdfgklmnprstvz')
const VOWELS = Array.from('aeiou')
const SYLLABLES = CONSONANTS.flatMap((consonant) => VOWELS.map((vowel) => consonant + vowel))

/** Every word of the bodies in lower case, repeated as often as it stands there; no code. */
export function ownWords({ entries }: Manuscript): string[] {
  return entries.flatMap(({ body }) => {
    const text = body.replace(/```[\s\S]*?```|`[^`]*`|<[^>]*>|\]\([^)]*\)/g, ' ')
    return [...text.toLowerCase().matchAll(/\p{L}{2,}/gu)].map(([word]) => word)
  })
}

/** Draws words one by one. */
export function wordSource(chance: Chance, own: readonly string[]): () => string {
  return () => (chance() < RARE_SHARE ? rareWord(rank(chance)) : oneOf(chance, own))
}

/** Low ranks often, high ones seldom (Zipf's law), so that new words thin out as they do in real text. */
const rank = (chance: Chance) => Math.floor(RARE_WORDS ** chance())

/** Three syllables that can be said; each rank has its own word, and neighbours do not share a beginning. */
export function rareWord(rank: number): string {
  const scattered = (rank * 104_729) % SYLLABLES.length ** 3
  return [1, SYLLABLES.length, SYLLABLES.length ** 2]
    .map((place) => SYLLABLES[Math.floor(scattered / place) % SYLLABLES.length])
    .join('')
}
