/** Names of the moments over a time axis, in as many rows as it takes that none touches another. */
import type { Lanes } from '../../schemas/lanes.ts'
import type { Along } from './lane-bar.ts'
import { lineThrough, round, WIDTH, type Scene } from './scene.ts'
import { LEADING, SMALL, widthOf } from '../../ui/letter-widths.ts'

interface Label {
  left: number
  right: number
}

/** Row of each label, from 0, so that no two of a row come closer than `gap`. */
export function rowsOf(labels: readonly Label[], gap = 8): number[] {
  const rows: Label[][] = []
  return labels.map((label) => {
    const free = rows.findIndex((row) =>
      row.every(({ left, right }) => label.left >= right + gap || label.right + gap <= left),
    )
    const row = free === -1 ? rows.length : free
    ;(rows[row] ??= []).push(label)
    return row
  })
}

/** Writes the names at the top of the scene, with a stem down from each; returns where they end. */
export function placeMoments(scene: Scene, moments: Lanes['moments'], along: Along): number {
  const labels = moments.map(({ at, text }) => {
    const width = widthOf(text, SMALL)
    const left = Math.min(Math.max(along(at) - width / 2, 0), WIDTH - width)
    return { left, right: left + width }
  })
  const rows = rowsOf(labels)
  const height = (Math.max(-1, ...rows) + 1) * LEADING
  for (const [index, { at, text, tone }] of moments.entries()) {
    const [label, y] = [labels[index] ?? { left: 0, right: 0 }, ((rows[index] ?? 0) + 1) * LEADING - 3]
    const x = round((label.left + label.right) / 2)
    scene.words.push({ x, y, text, type: { anchor: 'middle', small: true, tone } })
    scene.paths.push({
      d: lineThrough([
        [along(at), y + 3],
        [along(at), height],
      ]),
      paint: { layer: 'line', tone, dash: 'dotted' },
    })
  }
  return height
}

/** Room that a line must not cross. */
export interface Gap {
  left: number
  right: number
  top: number
  bottom: number
}

/** A line straight down at `x`, left out wherever it would cross a gap. */
export function brokenLine(x: number, from: number, to: number, gaps: readonly Gap[]): string {
  const crossed = gaps.filter(({ left, right, top, bottom }) => left < x && x < right && bottom > from && top < to)
  const parts: string[] = []
  let start = from
  for (const { top, bottom } of crossed.toSorted((a, b) => a.top - b.top)) {
    if (top > start)
      parts.push(
        lineThrough([
          [x, start],
          [x, top],
        ]),
      )
    start = Math.max(start, bottom)
  }
  if (start < to)
    parts.push(
      lineThrough([
        [x, start],
        [x, to],
      ]),
    )
  return parts.join('')
}
