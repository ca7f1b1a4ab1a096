/** Runs a program to its end and says how long it took and how much memory it held. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface TimedRun {
  seconds: number
  /** Most memory that the program and its children held together; unknown where there is no /proc. */
  peakMegabytes: number | undefined
}

/** How often the memory is looked at, in milliseconds. */
const SAMPLE_EVERY = 100

/** Rejects with the end of the program's output when it fails. */
export function timedRun(program: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<TimedRun> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let peak = 0
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
    const sampling = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid))), SAMPLE_EVERY)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(sampling)
      const seconds = (performance.now() - begun) / 1000
      if (code === 0) resolve({ seconds, peakMegabytes: peak > 0 ? Math.round(peak / 2 ** 20) : undefined })
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`))
    })
  })
}

/** Bytes that a process and all below it hold now; 0 when that cannot be read. */
function treeMemory(pid: number | undefined): number {
  if (pid === undefined) return 0
  try {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return Number(resident) * 1024 + children.reduce((sum, child) => sum + treeMemory(Number(child)), 0)
  } catch {
    // The process has ended meanwhile, or the system has no /proc.
    return 0
  }
}
