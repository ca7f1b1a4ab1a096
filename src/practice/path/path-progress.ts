/** How far somebody is on a path, and which path is under way. */
import { array, boolean, number, object, optional, pipe, safeInteger, string, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { PracticeStorage } from '../kit/storage/storage.ts'
import { standingOf, type Standing, type Stop } from './path.ts'

const instant = pipe(number(), safeInteger())

export const pathProgress = object({
  /** When it was begun or last taken up again, in milliseconds since 1970. */
  since: instant,
  /** Stops ticked, as the content refers to them, in the order in which they were. */
  done: array(string()),
  /** Stops left out to fit the time. */
  leftOut: array(string()),
  /** When the time ends that it was made to fit, in milliseconds since 1970. */
  until: optional(instant),
  /** Whether it was left: what was ticked is kept, and no page speaks of it. */
  isLeft: boolean(),
})

export type PathProgress = InferOutput<typeof pathProgress>

/** A record a path, by its id in `content/paths.yaml`. */
export const pathsKind: RecordKind<PathProgress> = {
  name: 'paths',
  title: 'Paths begun',
  version: 1,
  schema: pathProgress,
}

interface Marked {
  id: string
  stops: readonly Stop[]
}

export interface UnderWay<P extends Marked> {
  path: P
  progress: PathProgress
  standing: Standing<P['stops'][number]>
  /** Where to go on. */
  next: P['stops'][number]
}

/** The path under way: of those that the content has, nobody left and nobody is through, the one taken up last. */
export function underWay<P extends Marked>(
  paths: readonly P[],
  progress: ReadonlyMap<string, PathProgress>,
): UnderWay<P> | undefined {
  const [latest] = paths
    .flatMap((path) => {
      const held = progress.get(path.id)
      if (!held || held.isLeft) return []
      const standing = standingOf<P['stops'][number]>(path.stops, held)
      return standing.next ? [{ path, progress: held, standing, next: standing.next }] : []
    })
    .toSorted((a, b) => b.progress.since - a.progress.since)
  return latest
}

/** Remembers how far each path is. */
export class PathStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  get(id: string): PathProgress | undefined {
    return this.#storage.get(pathsKind, id)
  }

  all(): ReadonlyMap<string, PathProgress> {
    return this.#storage.all(pathsKind)
  }

  /** Begins a path, or takes it up where it was left. One path is under way at a time: any other is left. */
  begin(id: string, now: number): void {
    for (const [other, { isLeft }] of this.all()) if (other !== id && !isLeft) this.leave(other)
    this.#change(id, now, { since: now, isLeft: false })
  }

  /** Ticks a stop or takes its tick away. Begins the path if nobody has. */
  tick(id: string, to: string, isDone: boolean, now: number): void {
    if (!this.get(id)) this.begin(id, now)
    const others = (this.get(id)?.done ?? []).filter((other) => other !== to)
    this.#change(id, now, { done: isDone ? [...others, to] : others })
  }

  leave(id: string): void {
    const held = this.get(id)
    if (held) this.#storage.put(pathsKind, id, { ...held, isLeft: true })
  }

  /** Leaves stops out, until a time ends; begins the path if nobody has, and takes it up if it was left. What was left out before and fits now is in again. */
  fit(id: string, leftOut: readonly string[], until: number | undefined, now: number): void {
    if (this.get(id)?.isLeft !== false) this.begin(id, now)
    this.#change(id, now, { leftOut: [...leftOut], until })
  }

  /** Begins anew, with every stop and no tick. */
  restart(id: string, now: number): void {
    this.#storage.remove(pathsKind, id)
    this.begin(id, now)
  }

  /** Calls `listener` when a path changes, also in another tab. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#storage.watch([pathsKind], listener)
  }

  #change(id: string, now: number, changes: Partial<PathProgress>): void {
    const held = this.get(id) ?? { since: now, done: [], leftOut: [], isLeft: false }
    this.#storage.put(pathsKind, id, { ...held, ...changes })
  }
}
