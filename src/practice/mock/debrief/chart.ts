/** Where the points of the chart of past mocks lie. */

/** Size of the drawing, and what is left free around it, in its own units. */
export const CHART = { width: 320, height: 120, edge: 16 } as const

/** Height of a level from 1 to 4: the higher the better. */
export const heightOf = (level: number): number =>
  round(CHART.height - CHART.edge - ((level - 1) / 3) * (CHART.height - 2 * CHART.edge))

/** Points for mean levels in their order, spread over the width; one alone stands in the middle. */
export function pointsOf(levels: readonly number[]): { x: number; y: number }[] {
  const step = (CHART.width - 2 * CHART.edge) / Math.max(1, levels.length - 1)
  return levels.map((level, at) => ({
    x: levels.length === 1 ? CHART.width / 2 : round(CHART.edge + at * step),
    y: heightOf(level),
  }))
}

const round = (value: number) => Math.round(value * 10) / 10
