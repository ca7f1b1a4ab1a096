/** Shows the clock of an attempt, stops it and puts it out of sight. */
import { begun, clockFace, elapsed, isEarly, paused, resumed, type Attempt } from './attempt.ts'
import { write, type Desk } from './desk.ts'

export class AttemptClock {
  readonly #desk: Desk
  #attempt: Attempt = paused(begun(0), 0)

  constructor(desk: Desk) {
    this.#desk = desk
  }

  begin(now: number): void {
    this.#attempt = begun(now)
    this.tick(now)
  }

  /** Ends the attempt and says whether that was too early to be one. */
  end(notes: string, now: number): boolean {
    const early = isEarly(this.#attempt, notes, now)
    this.#attempt = paused(this.#attempt, now)
    this.tick(now)
    return early
  }

  /** A clock for a card that was answered before. */
  clear(): void {
    this.#attempt = paused(begun(0), 0)
    this.tick(0)
  }

  pauseOrGoOn(now: number): void {
    this.#attempt = this.#isPaused ? resumed(this.#attempt, now) : paused(this.#attempt, now)
    this.tick(now)
  }

  tick(now: number): void {
    write(this.#desk.part('clock'), clockFace(elapsed(this.#attempt, now)))
    write(this.#desk.button('pause'), this.#isPaused ? 'Go on' : 'Pause')
  }

  get isShown(): boolean {
    return !this.#desk.part('clock').hidden
  }

  set isShown(shown: boolean) {
    this.#desk.part('clock').hidden = !shown
    write(this.#desk.button('clock'), shown ? 'Hide the clock' : 'Show the clock')
  }

  get #isPaused(): boolean {
    return this.#attempt.since === undefined
  }
}
