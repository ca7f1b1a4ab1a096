/** The named curves of pictures: arithmetic only. */
import type { Curve } from '../../schemas/lines.ts'
import type { Point } from './scene.ts'

/** Percent of pages that meet at least one slow call among `calls`, each slow by itself by `chance`. */
export const atLeastOne = (chance: number, calls: number) => 100 * (1 - (1 - chance) ** calls)

/** Days until the error budget of `days` days is empty when it burns at `rate` times the allowed rate. */
export const daysToEmpty = (rate: number, days: number) => days / rate

/** Points of a curve from one end of the axis to the other; straight lines have two. */
export function pointsOf(curve: Curve, from: number, to: number): Point[] {
  if (curve.name === 'at-least-one') {
    const steps = 36
    const at = (step: number) => from + ((to - from) * step) / steps
    return Array.from({ length: steps + 1 }, (_, step) => [at(step), atLeastOne(curve.chance, at(step))])
  }
  const left = (day: number) => 100 * (1 - (curve.rate * day) / curve.days)
  const end = Math.min(to, daysToEmpty(curve.rate, curve.days))
  return [
    [from, left(from)],
    [end, left(end)],
  ]
}
