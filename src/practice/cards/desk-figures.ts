/** Writes on the desk what changes with time: what is due, how far the round is, and how near the interview. */
import { inWords, MINUTE } from '../interview/interview.ts'
import type { Card } from './card.ts'
import type { Dealer } from './dealer.ts'
import { moment, nextInWords } from './deck-words.ts'
import { write, type Desk } from './desk.ts'
import { hand, type Asked } from './hand.ts'
import { phaseOf, previews, type End } from './schedule.ts'

/** `id` is the card on the desk, if there is one. */
export function refreshDesk(desk: Desk, dealer: Dealer, id: string | undefined): void {
  const asked = dealer.asked()
  const coming = hand(asked)
  const [done, left] = [dealer.steps.length, dealer.left(coming)]
  desk.progress.max = Math.max(1, done + left)
  desk.progress.value = done
  write(desk.part('standing'), `${done} done, ${left} to go in this round`)
  write(desk.part('count'), counted(asked, coming, dealer.isPass))
  desk.button('start').disabled = coming.length === 0
  desk.showUndo(dealer.canUndo)
  showHorizon(desk, asked.now, dealer.end)
  if (id === undefined) return
  const { reviews, now, end } = asked
  desk.gaps(previews(reviews.get(id), now, end), now >= end ? 'in the next pass' : 'not again')
}

function counted(asked: Asked, coming: readonly Card[], isPass: boolean): string {
  if (coming.length === 0) return nextInWords(asked)
  const fresh = coming.filter(({ id }) => !asked.reviews.has(id)).length
  return `${coming.length - fresh} ${isPass ? 'seen before' : 'due'}, ${fresh} new.`
}

function showHorizon(desk: Desk, now: number, { at, assumed }: End) {
  const phase = phaseOf(now, at)
  const over = assumed ? 'assumed-over' : 'over'
  const before = assumed ? 'assumed' : phase === 'last-hour' ? 'last-hour' : 'dated'
  desk.choose('horizon', phase === 'over' ? over : before)
  const left = inWords(Math.max(0, Math.ceil((at - now) / MINUTE)))
  for (const part of ['left', 'left-short']) write(desk.part(part), left)
  write(desk.part('assumed'), moment(at))
}
