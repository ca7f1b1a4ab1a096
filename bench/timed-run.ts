/** Runs a program to its end and says how long it took and what it used. */
import { spawn } from 'node:child_process'
import { useOfTree } from './process-tree.ts'

export interface TimedRun {
  seconds: number
  /** Processor seconds on all cores together: hardly touched by what else the machine does. Unknown without /proc. */
  processorSeconds: number | undefined
  /** Most memory that the program and its children held together; unknown without /proc. */
  peakMegabytes: number | undefined
}

/** How often the program is looked at, in milliseconds. */
const SAMPLE_EVERY = 100

/** Rejects with the end of the program's output when it fails. */
export function timedRun(program: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<TimedRun> {
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let [memory, processor] = [0, 0]
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()))
    const sampling = setInterval(() => {
      const use = useOfTree(child.pid ?? 0)
      memory = Math.max(memory, use.memory)
      processor = Math.max(processor, use.processor)
    }, SAMPLE_EVERY)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(sampling)
      const seconds = (performance.now() - begun) / 1000
      if (code !== 0) reject(new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`))
      const known = memory > 0
      resolve({
        seconds,
        processorSeconds: known ? processor : undefined,
        peakMegabytes: known ? Math.round(memory / 2 ** 20) : undefined,
      })
    })
  })
}
