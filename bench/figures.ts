/** Arithmetic of measurements, and how figures are printed. */

/** The middle value; between the two middle ones for an even count. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('no values, no median')
  return (upper + lower) / 2
}

/** Rounded to so many places after the point. */
export const rounded = (value: number, places = 0): number => Math.round(value * 10 ** places) / 10 ** places

/** Bytes in KB of 1,024 bytes, one place after the point: for print only, budgets are held in bytes. */
export const kilobytes = (bytes: number): number => rounded(bytes / 1024, 1)

/** Straight line through points by least squares: `base + slope * x`. */
export function lineThrough(points: readonly { x: number; y: number }[]): { base: number; slope: number } {
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const [middleX, middleY] = [mean(({ x }) => x), mean(({ y }) => y)]
  const spread = mean(({ x }) => (x - middleX) ** 2)
  const slope = spread === 0 ? 0 : mean(({ x, y }) => (x - middleX) * (y - middleY)) / spread
  return { base: middleY - slope * middleX, slope }
}
