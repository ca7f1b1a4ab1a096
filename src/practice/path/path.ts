/** A path through the guide as it is walked: where one is on it, what comes next, how long the rest takes, what fits. */
import { MINUTE } from '../kit/time.ts'

/** What is reckoned with. A stop is known by what it refers to, which a path holds once. */
export interface Stop {
  /** As the content refers to it: `question:goroutine-leaks`. */
  to: string
  minutes: number
  /** From 3, taken first when time is short, to 1. */
  worth: number
}

/** A stop as it is shown. */
export interface PathStop extends Stop {
  /** Address with the base path. */
  href: string
  title: string
  /** What to do there, as HTML. */
  do: string
}

/** A path as the browser knows it. */
export interface Path {
  id: string
  title: string
  /** Address with the base path. */
  href: string
  stops: readonly PathStop[]
}

/** What was ticked, in that order, and what was left out, by `to`. A stop that is both is done. */
export interface Marks {
  done: readonly string[]
  leftOut: readonly string[]
}

export interface Standing<S extends Stop = Stop> {
  /** Stops that the path has now, in order: all but those left out. */
  stops: readonly S[]
  leftOut: readonly S[]
  /** Stops that are not ticked, in order. */
  open: readonly S[]
  /** Where to go on: the open stop after the one that was ticked last. Undefined when one is through. */
  next: S | undefined
  /** What the open stops take together. */
  minutes: number
}

/** Marks of stops that the content no longer has count for nothing. */
export function standingOf<S extends Stop>(all: readonly S[], { done, leftOut }: Marks): Standing<S> {
  const isDone = ({ to }: Stop) => done.includes(to)
  const stops = all.filter((stop) => isDone(stop) || !leftOut.includes(stop.to))
  const open = stops.filter((stop) => !isDone(stop))
  const last = done.findLast((to) => stops.some((stop) => stop.to === to))
  const next = last === undefined ? open[0] : nextAfter({ stops, open }, last)
  return { stops, leftOut: all.filter((stop) => !stops.includes(stop)), open, next, minutes: minutesOf(open) }
}

/** The next open stop behind another one, else the first that was passed over. */
export function nextAfter<S extends Stop>({ stops, open }: Pick<Standing<S>, 'stops' | 'open'>, to: string) {
  const at = stops.findIndex((stop) => stop.to === to)
  const others = open.filter((stop) => stop.to !== to)
  return others.find((stop) => stops.indexOf(stop) > at) ?? others[0]
}

/** A stop's number among those that the path has now, from 1. */
export const numberOf = ({ stops }: Pick<Standing, 'stops'>, { to }: Stop): number =>
  stops.findIndex((stop) => stop.to === to) + 1

export const minutesOf = (stops: readonly Stop[]): number => stops.reduce((sum, { minutes }) => sum + minutes, 0)

/**
 * What is left out so that the rest fits into some minutes, by `to` in the order of the path. What is worth most is
 * taken first, of stops worth as much the shorter one, so that many stay; a stop that has no room any more is passed over.
 */
export function leftOutToFit(stops: readonly Stop[], minutes: number): string[] {
  let room = minutes
  const taken = new Set<Stop>()
  for (const stop of stops.toSorted((a, b) => b.worth - a.worth || a.minutes - b.minutes)) {
    if (stop.minutes > room) continue
    taken.add(stop)
    room -= stop.minutes
  }
  return stops.filter((stop) => !taken.has(stop)).map(({ to }) => to)
}

/** Whole minutes until the first of some instants that is still ahead; undefined where none is. */
export function minutesUntil(instants: readonly (number | undefined)[], now: number): number | undefined {
  const ahead = instants.flatMap((instant) => (instant !== undefined && instant > now ? [instant] : []))
  return ahead.length > 0 ? Math.ceil((Math.min(...ahead) - now) / MINUTE) : undefined
}

/** Whether what comes after the stop that is next has no room; that one may be almost done. */
export const isTight = ({ minutes, next }: Standing, there: number | undefined): boolean =>
  there !== undefined && minutes - (next?.minutes ?? 0) > there
