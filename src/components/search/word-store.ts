/** Fetches the vocabulary of the index, letter by letter, as queries need it. */
import { correct, Vocabulary, type Correction } from './correction.ts'

const OTHER = 'other'
/** a to z, and the part of all other letters. */
const PARTS = [...Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at)), OTHER]

export class WordStore {
  readonly #folder: string
  readonly #parts = new Map<string, Promise<string[]>>()

  /** `folder` holds a file for each first letter, and one for all others. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Corrects a query against the words that begin like its own. `thorough` compares it with all others too, as the
   * first letter itself may be wrong; that takes a request for each letter.
   */
  async correct(query: string, thorough: boolean): Promise<Correction> {
    const initials = [...query.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]+/gu)].map(([word]) => word.charAt(0))
    return correct(query, await this.#vocabulary(thorough ? PARTS : initials))
  }

  /** Words of the index that look like the given one. */
  async near(word: string): Promise<string[]> {
    return (await this.#vocabulary(PARTS)).near(word.toLowerCase(), 5)
  }

  async #vocabulary(letters: readonly string[]): Promise<Vocabulary> {
    const names = new Set(letters.map((letter) => (PARTS.includes(letter) ? letter : OTHER)))
    return new Vocabulary((await Promise.all([...names].map((name) => this.#part(name)))).flat())
  }

  #part(name: string): Promise<string[]> {
    const part = this.#parts.get(name) ?? fetchWords(`${this.#folder}${name}.txt`)
    this.#parts.set(name, part)
    // A failed fetch is tried again by the next query.
    part.catch(() => this.#parts.delete(name))
    return part
  }
}

async function fetchWords(url: string): Promise<string[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  return (await response.text()).split(' ').filter(Boolean)
}
