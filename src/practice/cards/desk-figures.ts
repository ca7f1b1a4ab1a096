/** Writes on the desk what changes with time: what is due, how far the round is, and how near the interview. */
import { inWords, MINUTE } from '../interview/interview.ts'
import type { Dealer } from './dealer.ts'
import { moment, nextInWords } from './deck-words.ts'
import { write, type Desk } from './desk.ts'
import { phaseOf, previews } from './schedule.ts'

/** `id` is the card on the desk, if there is one. */
export function refreshDesk(desk: Desk, dealer: Dealer, id: string | undefined): void {
  const { reviews, now, end } = dealer.asked()
  const [done, left] = [dealer.steps.length, dealer.left]
  desk.progress.max = Math.max(1, done + left)
  desk.progress.value = done
  write(desk.part('standing'), `${done} done, ${left} to go in this round`)
  write(desk.part('count'), counted(dealer))
  desk.button('start').disabled = dealer.coming().length === 0
  desk.showUndo(dealer.canUndo)
  showHorizon(desk, dealer)
  if (id !== undefined) {
    desk.gaps(previews(reviews.get(id), now, end), now >= end ? 'in the next pass' : 'not again')
  }
}

function counted(dealer: Dealer): string {
  const { reviews } = dealer.asked()
  const coming = dealer.coming()
  if (coming.length === 0) return nextInWords(dealer.asked())
  const fresh = coming.filter(({ id }) => !reviews.has(id)).length
  return `${coming.length - fresh} ${dealer.isPass ? 'seen before' : 'due'}, ${fresh} new.`
}

function showHorizon(desk: Desk, dealer: Dealer) {
  const { at, assumed } = dealer.end
  const { now } = dealer.asked()
  const phase = phaseOf(now, at)
  const over = assumed ? 'assumed-over' : 'over'
  const before = assumed ? 'assumed' : phase === 'last-hour' ? 'last-hour' : 'dated'
  desk.choose('horizon', phase === 'over' ? over : before)
  const left = inWords(Math.max(0, Math.ceil((at - now) / MINUTE)))
  for (const part of ['left', 'left-short']) write(desk.part(part), left)
  write(desk.part('assumed'), moment(at))
}
