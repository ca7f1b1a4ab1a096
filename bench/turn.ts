/** One bench at a time: two would build into the same folders and slow each other down. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE } from './places.ts'

const FILE = join(CACHE, 'running')

/** Holds the turn until this process ends. Throws when another process has it. */
export function takeTurn(): void {
  mkdirSync(CACHE, { recursive: true })
  const holder = holderOf(FILE)
  if (holder !== undefined && isRunning(holder)) {
    throw new Error(
      `Another bench is running (process ${holder}); wait for its end, as the two would disturb each other.`,
    )
  }
  rmSync(FILE, { force: true })
  // Fails if somebody else was faster since the look above.
  writeFileSync(FILE, String(process.pid), { flag: 'wx' })
  process.on('exit', () => rmSync(FILE, { force: true }))
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** A bench that was ended by force leaves its number behind. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
