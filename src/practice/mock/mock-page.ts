/** What the elements of a mock's page share: its facts, the words of its questions, one store, and the word that the view moves on. */
import { storage } from '../kit/storage/browser.ts'
import { FACTS, questionsOf, type MockFacts } from './facts.ts'
import { MockStore } from './mock-store.ts'

export const facts = JSON.parse(document.getElementById(FACTS)?.textContent ?? '') as MockFacts

export const mocks = new MockStore(storage)

/** A mock that was just finished. */
export interface Finished {
  /** Cards that were queued for it. */
  cards: number
}

declare global {
  interface HTMLElementEventMap {
    /** The view changes because of what was done here, not in another tab: the focus may be moved. */
    'mock-moved': CustomEvent<Finished | null>
  }
}

/** Says that the view moves on; heard on the document. */
export function sayMoved(from: HTMLElement, finished: Finished | null = null): void {
  from.dispatchEvent(new CustomEvent('mock-moved', { bubbles: true, detail: finished }))
}

/** The place of a question in the page; undefined when it left the guide. */
export const questionIn = (id: string): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`) ?? undefined

export const promptOf = (id: string): string =>
  questionIn(id)?.querySelector('[data-prompt]')?.textContent.trim() ?? `A question that left the guide (${id})`

/** What the interviewer reads out: the prompt, then the follow-ups, the trap first. */
export function spokenOf(id: string): string[] {
  const followUps = questionsOf(facts).find((question) => question.id === id)?.followUps ?? []
  return [promptOf(id), ...followUps.flatMap((followUp) => followUpIn(id, followUp) ?? [])]
}

/** What a card asks, and where its answer stands. */
export function cardOf(id: string): { text: string; href: string } {
  const [question = '', followUp] = id.split('/')
  const page = facts.phases.flatMap(({ drawn }) => drawn).find((one) => one.id === question)?.href ?? '#'
  const text = (followUp && followUpIn(question, followUp)) ?? promptOf(question)
  return { text, href: followUp ? `${page}#${followUp}` : page }
}

const followUpIn = (question: string, followUp: string): string | undefined =>
  questionIn(question)
    ?.querySelector(`[data-follow-up="${CSS.escape(followUp)}"]`)
    ?.textContent.trim()
