/** A figure held against its budget. */

export interface Verdict {
  what: string
  value: number
  unit: string
  /** The bound, and on which side of it the value has to be. */
  budget: string
  met: boolean
}

export const atMost = (what: string, value: number, bound: number, unit = ''): Verdict => ({
  what,
  value,
  unit,
  budget: `≤ ${bound}`,
  met: value <= bound,
})

export const exactly = (what: string, value: number, wanted: number, unit = ''): Verdict => ({
  what,
  value,
  unit,
  budget: `= ${wanted}`,
  met: value === wanted,
})
