/** Prints rows as a table: words to the left, numbers to the right. */
import type { Verdict } from './verdict.ts'

export type Cell = string | number | undefined

export function printTable(title: string, head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const texts = rows.map((row) => row.map((cell) => (cell === undefined ? '–' : String(cell))))
  const widths = head.map((name, at) => Math.max(name.length, ...texts.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[], row: readonly Cell[]) =>
    cells
      .map((text, at) => (typeof row[at] === 'number' ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  console.log(`\n${title}\n${line(head, rows[0] ?? head)}`)
  for (const [at, row] of rows.entries()) console.log(line(texts[at] ?? [], row))
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  printTable(
    'Budgets',
    ['', 'budget', 'figure', 'unit', 'what'],
    verdicts.map(({ what, value, unit, budget, met }) => [met ? 'met' : 'OVER', budget, value, unit, what]),
  )
}
