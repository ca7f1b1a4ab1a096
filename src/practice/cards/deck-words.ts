/** What the deck says in figures and times. */
import { gapInWords } from './gap-words.ts'
import { GRADES, type Grade } from './grade.ts'
import { nextDue, type Asked } from './hand.ts'
import { dueAt } from './schedule.ts'
import { countsOf, type Session } from './session.ts'

// Made once: a new one costs more than all else that a grade does.
const dayAndHour = new Intl.DateTimeFormat('en-GB', { weekday: 'long', hour: '2-digit', minute: '2-digit' })

/** `Wednesday 14:30`, in the time zone of this device. */
export const moment = (at: number): string => dayAndHour.format(at)

/** `12 cards: 3 again, 9 good.` */
export function sumInWords(steps: Session): string {
  const counts = countsOf(steps)
  const parts = GRADES.filter((grade) => counts[grade] > 0).map((grade) => `${counts[grade]} ${grade}`)
  const cards = `${steps.length} ${steps.length === 1 ? 'card' : 'cards'}`
  return parts.length > 0 ? `${cards}: ${parts.join(', ')}.` : `${cards} graded.`
}

/** When the next card of the scope is due. */
export function nextInWords(asked: Asked): string {
  const due = nextDue(asked)
  if (due === undefined) return 'None of these cards is due again before the interview.'
  return `The next of these cards is due in ${gapInWords(due - asked.now)} (${moment(due)}).`
}

/** What a grade came to: `Good: again in 24 h`. */
export function gradeInWords(grade: Grade, id: string, { reviews, now, end }: Asked): string {
  const held = reviews.get(id)
  const due = held && dueAt(held, end)
  const name = grade.charAt(0).toUpperCase() + grade.slice(1)
  if (due === undefined || now >= end) return name
  return `${name}: ${due < end ? `again in ${gapInWords(due - now)}` : 'not again before the interview'}`
}
