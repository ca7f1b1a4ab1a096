/** What the deck says in figures and times. */
import { DAY, HOUR, MINUTE } from '../kit/time.ts'
import { countsOf, nextDue, type Deal, type Step } from './deal.ts'
import { dueAt } from './due.ts'
import { GRADES, type Grade } from './review.ts'

/** A gap as it stands on a button: `now`, `10 min`, `12 h`, `3 days`; hours up to two days, for days are too coarse in a sprint. */
export function gapInWords(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'now'
  if (milliseconds < 1.5 * HOUR) return `${Math.round(milliseconds / MINUTE)} min`
  if (milliseconds < 2 * DAY) return `${Math.round(milliseconds / HOUR)} h`
  return `${Math.round(milliseconds / DAY)} days`
}

// Made once: a new one costs more than all else that a grade does.
const dayAndHour = new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' })

/** `Wednesday 14:30`, in the time zone of this device. */
export const momentInWords = (at: number): string => dayAndHour.format(at)

/** How far the round is. */
export const roundInWords = ({ steps, left }: Deal): string => `${steps.length} done, ${left} to go in this round`

/** What there is to ask: `12 due, 30 new.` */
export function comingInWords(deal: Deal): string {
  const { coming, reviews, isPass } = deal
  if (coming.length === 0) return nextInWords(deal)
  const fresh = coming.filter(({ id }) => !reviews.has(id)).length
  return `${coming.length - fresh} ${isPass ? 'seen before' : 'due'}, ${fresh} new.`
}

/** `12 cards: 3 again, 9 good.` */
export function sumInWords(steps: readonly Step[]): string {
  const counts = countsOf(steps)
  const parts = GRADES.filter((grade) => counts[grade] > 0).map((grade) => `${counts[grade]} ${grade}`)
  const cards = `${steps.length} ${steps.length === 1 ? 'card' : 'cards'}`
  return parts.length > 0 ? `${cards}: ${parts.join(', ')}.` : `${cards} graded.`
}

/** When the next card of the scope is due. */
export function nextInWords(deal: Deal): string {
  const due = nextDue(deal)
  if (due === undefined) return 'None of these cards is due again before the interview.'
  return `The next of these cards is due in ${gapInWords(due - deal.now)} (${momentInWords(due)}).`
}

/** What a grade came to: `Good: back in 24 h`. */
export function gradeInWords(grade: Grade, id: string, { reviews, now, end }: Deal): string {
  const held = reviews.get(id)
  const due = held && dueAt(held, end)
  const name = grade.charAt(0).toUpperCase() + grade.slice(1)
  if (due === undefined || now >= end) return name
  return `${name}: ${due < end ? `back in ${gapInWords(due - now)}` : 'not back before the interview'}`
}
