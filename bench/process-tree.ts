/** What a running program and all that it started use, read from /proc; nothing where there is none. */
import { readFileSync } from 'node:fs'

export interface TreeUse {
  /** Bytes of memory held now. */
  memory: number
  /** Processor seconds used so far, on all cores together. */
  processor: number
}

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100

export function useOfTree(pid: number): TreeUse {
  try {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    const own = { memory: Number(resident) * 1024, processor: processorSeconds(pid) }
    return children.map((child) => useOfTree(Number(child))).reduce(sum, own)
  } catch {
    // The process has ended meanwhile, or the system has no /proc.
    return { memory: 0, processor: 0 }
  }
}

const sum = (a: TreeUse, b: TreeUse): TreeUse => ({ memory: a.memory + b.memory, processor: a.processor + b.processor })

/** Of the process and of those of its children that have ended. */
function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name stands in brackets and may hold spaces; the times are the 12th to 15th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((total, ticks) => total + Number(ticks), 0) / TICKS
}
