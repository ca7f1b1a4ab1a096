/** The lines in the page: which stand there, in what order, and in which wording. */
import { fit, wordsIn } from './last-minutes.ts'

/** Puts the lines whose ids are given first, in that order, and takes the others out. */
export function choose(root: ParentNode, attribute: string, ids: readonly string[]): void {
  const all = [...root.querySelectorAll<HTMLElement>(`[${attribute}]`)]
  const idOf = (line: Element) => line.getAttribute(attribute) ?? ''
  for (const line of all) line.toggleAttribute('data-out', !ids.includes(idOf(line)))
  const chosen = ids.flatMap((id) => all.find((line) => idOf(line) === id) ?? [])
  const list = all[0]?.parentElement
  if (chosen.some((line, at) => list?.children[at] !== line)) list?.prepend(...chosen)
}

/** Gives a line the candidate's own words, one text a wording; without any, the guide's stand again. */
export function tell(line: HTMLElement, own: readonly (readonly (string | Node)[])[] | undefined): void {
  line.toggleAttribute('data-told', own !== undefined)
  for (const [at, slot] of [...line.querySelectorAll('[data-own-text]')].entries()) {
    slot.replaceChildren(...(own?.[at] ?? []))
  }
}

/** Shows of every line the wording that has room; returns the words shown and the names of the lines that are not. */
export function fitLines(root: ParentNode, room: number): { words: number; left: string[] } {
  const all = [...root.querySelectorAll<HTMLElement>('[data-line]')]
  const lines = all.filter((line) => !line.hasAttribute('data-out'))
  const wordings = lines.map(wordingsOf)
  const lengths = wordings.map((some) =>
    some.map((wording) => ({ rank: Number(wording.dataset['wording']), words: wordsIn(wording.textContent) })),
  )
  const taken = fit(lengths, room)
  const shown = wordings.map((some, at) => some[taken[at] ?? -1])
  for (const line of all) showOnly(line, shown[lines.indexOf(line)])
  return {
    words: taken.reduce<number>((sum, wording, at) => sum + (lengths[at]?.[wording ?? -1]?.words ?? 0), 0),
    left: wordings.flatMap((some, at) => (shown[at] ? [] : nameOf(some[0]))),
  }
}

/** What a line is called: its label, else the first that it says. */
const nameOf = (wording: HTMLElement | undefined) =>
  ((wording?.querySelector('b, strong') ?? wording)?.textContent ?? '').trim().replace(/[.:]$/, '')

/** His own wordings where he has any, else the guide's; a title stands for both. */
const wordingsOf = (line: HTMLElement): HTMLElement[] =>
  [...line.querySelectorAll<HTMLElement>('[data-wording]')].filter(
    (wording) =>
      wording.hasAttribute('data-always') || wording.hasAttribute('data-own') === line.hasAttribute('data-told'),
  )

function showOnly(line: HTMLElement, shown: HTMLElement | undefined) {
  line.hidden = shown === undefined
  for (const wording of line.querySelectorAll<HTMLElement>('[data-wording]')) wording.hidden = wording !== shown
}
