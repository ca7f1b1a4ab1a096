/** Fetches the vocabulary of the index, letter by letter, as queries need it. */
import { PARTS, partOf, WORD } from '../../ui/vocabulary.ts'
import { correct, Vocabulary, type Correction } from './correction.ts'

export class WordStore {
  readonly #folder: string
  readonly #parts = new Map<string, Promise<string[]>>()

  /** `folder` holds a file for each part. */
  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Corrects a query against the words that begin like its own. `thorough` compares it with all others too, as the
   * first letter itself may be wrong; that takes a request for each letter.
   */
  async correct(query: string, thorough: boolean): Promise<Correction> {
    const own = [...query.toLowerCase().matchAll(WORD)].map(([word]) => partOf(word))
    return correct(query, await this.#vocabulary(thorough ? PARTS : own))
  }

  /** Words of the index that look like the given one. */
  async near(word: string): Promise<string[]> {
    return (await this.#vocabulary(PARTS)).near(word.toLowerCase(), 5)
  }

  async #vocabulary(parts: readonly string[]): Promise<Vocabulary> {
    return new Vocabulary((await Promise.all([...new Set(parts)].map((name) => this.#part(name)))).flat())
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
