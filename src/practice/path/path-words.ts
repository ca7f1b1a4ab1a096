/** How a path is said. */
import { lengthInWords } from '../plan/plan-words.ts'
import { numberOf, type Standing, type Stop } from './path.ts'

/** `stop 5 of 12`. */
export const placeInWords = (standing: Standing, stop: Stop): string =>
  `stop ${numberOf(standing, stop)} of ${standing.stops.length}`

/** `23 min left`. */
export const leftInWords = ({ minutes }: Standing): string => `${lengthInWords(minutes)} left`

/** `1 stop`, `3 stops`. */
export const stopsInWords = (count: number): string => `${count} ${count === 1 ? 'stop' : 'stops'}`
