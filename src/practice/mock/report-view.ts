/** The report of a mock, on the page and as Markdown. */
import type { Debrief } from './debrief.ts'
import { wordsOf } from './debrief.ts'
import { made, part, say } from './markup.ts'
import type { KeptMock } from './mock-store.ts'
import { markdownOf, type Report } from './report.ts'
import { cardOf, judgedIn, phaseTitle, promptOf } from './script.ts'
import { mocks } from './session.ts'

export function showReport(root: HTMLElement, kept: KeptMock, debrief: Debrief): void {
  const { facts, phases } = reportOf(root, kept, debrief)
  say(part(root, 'facts'), facts)
  const parts = phases.flatMap(({ title, ratings, questions }) => [
    made('h4', title),
    ...(ratings.length > 0 ? [made('ul', ...ratings.map((one) => made('li', `${one.dimension}: ${one.level}`)))] : []),
    ...questions.map(({ prompt, minutes, note }) => {
      const line = made('p', made('strong', prompt), ` (${minutes} min)`)
      const written = made('p', note)
      written.className = 'note-text'
      return note === '' ? line : made('div', line, written)
    }),
  ])
  part(root, 'phases').replaceChildren(...parts)
}

export const markdownFrom = (root: HTMLElement, kept: KeptMock, debrief: Debrief): string =>
  markdownOf(reportOf(root, kept, debrief))

function reportOf(root: HTMLElement, { id, mock }: KeptMock, { gap, cards }: Debrief): Report {
  const began = new Date(mock.started).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const judged = judgedIn(document)
  const wasReached = ({ slots }: (typeof mock.agenda)[number]) =>
    slots.some(({ question }) => mock.reached.includes(question))
  return {
    title: part(root, 'title').textContent,
    facts: `${began}, ${mock.length} minutes, agenda ${mock.code}`,
    phases: mock.agenda.filter(wasReached).map(({ phase, slots }) => ({
      title: phaseTitle(phase),
      ratings: judged.flatMap((one) => {
        const rating = one.phase === phase ? mock.ratings[`${phase}/${one.dimension}`] : undefined
        if (rating === undefined) return []
        const { title, level } = wordsOf(one, rating)
        return [{ dimension: title, level }]
      }),
      questions: slots
        .filter(({ question }) => mock.reached.includes(question))
        .map(({ question, minutes }) => ({
          ...{ prompt: promptOf(question), minutes, note: mocks.note(id, question).trim() },
        })),
    })),
    gap: gap ? [`**${gap.name}**`, gap.strong, gap.drill] : ['–'],
    drill: cards.map((card) => cardOf(card).text),
    caution: part(root, 'caution').textContent.trim(),
  }
}
