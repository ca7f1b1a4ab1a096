/** The closing line of a run of tests. */
import { readFileSync } from 'node:fs'

/** One line that says in any terminal or log how many tests of the last run passed. */
export function summary(): string {
  const report = JSON.parse(readFileSync('test-results/report.json', 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const { expected, unexpected, flaky, skipped } = report.stats
  if (flaky > 0) console.log(`${flaky} passed at the second try only; see above which.`)
  return `${expected + flaky} passed, ${unexpected} failed, ${skipped} skipped`
}
