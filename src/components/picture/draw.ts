/** Draws a picture of any kind: its figures first, then everything at its place. */
import { withFigures, type Figures } from '../../manuscript/bench.ts'
import type { Picture } from '../../schemas/picture.ts'
import type { Plan } from '../../schemas/plan.ts'
import { barsScene } from './bars.ts'
import { boxesScene } from './boxes.ts'
import { lanesScene } from './lanes.ts'
import { linesScene } from './lines.ts'
import { planLanes } from './plan.ts'
import type { Scene } from './scene.ts'
import { sequenceScene } from './sequence.ts'
import { treeScene } from './tree.ts'

/** What pictures may show besides their own fields. */
export interface Known {
  figures: Figures
  plan: Plan
}

export function draw(picture: Picture, { figures, plan }: Known): Scene {
  const whole = filled(picture, figures)
  switch (whole.kind) {
    case 'boxes':
      return boxesScene(whole)
    case 'sequence':
      return sequenceScene(whole)
    case 'lanes':
      return lanesScene(whole)
    case 'bars':
      return barsScene(whole, figures)
    case 'lines':
      return linesScene(whole)
    case 'tree':
      return treeScene(whole)
    case 'plan':
      return lanesScene(planLanes(plan))
  }
}

/** The same fields, with the bench's figures in every text. */
export function filled<T>(value: T, figures: Figures): T {
  // Texts stay texts and lists stay lists, which the type system cannot follow through the recursion.
  if (typeof value === 'string') return withFigures(value, figures) as T
  if (Array.isArray(value)) return value.map((item: unknown) => filled(item, figures)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, filled<unknown>(item, figures)])) as T
}
