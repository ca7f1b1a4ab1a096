/** Times are only worth something on a machine that does nothing else: waits for such a moment. */
import { cpus } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'

/** Share of the processors that others may use. */
const QUIET = 0.2
const LOOK_FOR = 500
/** Milliseconds after which the measurement goes ahead all the same. */
const PATIENCE = 20_000

/** Returns the share of the processors that was in use at the end of the wait, from 0 to 1. */
export async function waitForQuiet(): Promise<number> {
  const until = performance.now() + PATIENCE
  for (;;) {
    const before = processorTimes()
    await pause(LOOK_FOR)
    const after = processorTimes()
    const total = after.total - before.total
    const busy = total > 0 ? 1 - (after.idle - before.idle) / total : 0
    if (busy <= QUIET || performance.now() > until) return busy
  }
}

function processorTimes(): { idle: number; total: number } {
  const times = cpus().map((cpu) => cpu.times)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return { idle: sum(times.map(({ idle }) => idle)), total: sum(times.flatMap((time) => Object.values(time))) }
}
