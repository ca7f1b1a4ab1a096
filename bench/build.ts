/** Clean builds with their search index, beside Starlight's on the same pages. */
import { median, rounded } from './figures.ts'
import { buildGuideOf } from './guide-site.ts'
import { pagesOf } from './pages.ts'
import { waitForQuiet } from './quiet.ts'
import { guideName, starlightName } from './searched-sites.ts'
import { buildStarlightOf } from './starlight-site.ts'
import { printTable } from './table.ts'
import type { TimedRun } from './timed-run.ts'

const SIZES = [13, 100]
const REPEATS = 3

/** Builds both sites several times in turn. Prints and returns what is recorded. */
export async function measureBuild(): Promise<object> {
  const comparisons = []
  for (const size of SIZES) comparisons.push(await compare(size))
  printTable(
    `Clean build and index, medians of ${REPEATS}`,
    ['pages', 'guide s', 'Starlight s', 'ratio', 'guide CPU s', 'Starlight CPU s', 'guide MB', 'Starlight MB'],
    comparisons.map(({ size, guide, starlight, ratio }) => [
      size,
      guide.seconds,
      starlight.seconds,
      ratio,
      guide.processorSeconds,
      starlight.processorSeconds,
      guide.peakMegabytes,
      starlight.peakMegabytes,
    ]),
  )
  return { unit: 'medians; seconds, and MB of 1024 KB at the peak', repeats: REPEATS, comparisons }
}

async function compare(size: number) {
  const pages = pagesOf(size)
  const [guides, starlights]: [TimedRun[], TimedRun[]] = [[], []]
  for (let turn = 0; turn < REPEATS; turn++) {
    await waitForQuiet()
    guides.push(await buildGuideOf(guideName(size), pages))
    await waitForQuiet()
    starlights.push(await buildStarlightOf(starlightName(size), pages))
  }
  const [guide, starlight] = [middle(guides), middle(starlights)]
  return { size, guide, starlight, ratio: rounded(guide.seconds / starlight.seconds, 2) }
}

function middle(runs: readonly TimedRun[]): TimedRun {
  const known = (values: readonly (number | undefined)[], places: number) => {
    const numbers = values.filter((value) => value !== undefined)
    return numbers.length > 0 ? rounded(median(numbers), places) : undefined
  }
  return {
    seconds: rounded(median(runs.map(({ seconds }) => seconds)), 1),
    processorSeconds: known(
      runs.map((run) => run.processorSeconds),
      1,
    ),
    peakMegabytes: known(
      runs.map((run) => run.peakMegabytes),
      0,
    ),
  }
}
