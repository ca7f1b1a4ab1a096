/** The drawing of a picture of any kind: a diagram was drawn by D2 before; a chart is drawn here, its figures first. */
import { withFigures, type Figures } from '../../manuscript/bench.ts'
import { readDrawing, type Drawing } from '../../manuscript/diagrams.ts'
import type { Picture } from '../../schemas/picture.ts'
import type { Plan } from '../../schemas/plan.ts'
import { barsScene } from './bars.ts'
import { lanesScene } from './lanes.ts'
import { linesScene } from './lines.ts'
import { planLanes } from './plan.ts'
import { drawingOfScene } from './svg.ts'

/** What pictures may show besides their own fields. */
export interface Known {
  figures: Figures
  plan: Plan
}

export function draw(picture: Picture, { figures, plan }: Known): Drawing {
  const whole = filled(picture, figures)
  switch (whole.kind) {
    case 'diagram':
      return readDrawing(whole.d2)
    case 'lanes':
      return drawingOfScene(lanesScene(whole))
    case 'bars':
      return drawingOfScene(barsScene(whole, figures))
    case 'lines':
      return drawingOfScene(linesScene(whole))
    case 'plan':
      return drawingOfScene(lanesScene(planLanes(plan)))
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
