/**
 * `npm run bench`: measures the guide and prints tables; `bench/results.json` keeps the newest figures of each part.
 * `npm run bench -- bytes search` measures only these parts, `npm run bench -- growth --large` up to 10,000 pages.
 */
import { failed } from '../commands/failure.ts'
import { measureBuild } from './build.ts'
import { measureBytes } from './bytes.ts'
import { measureGrowth } from './growth.ts'
import { measureInteractions } from './interactions.ts'
import { measureLighthouse } from './lighthouse.ts'
import { circumstances, record } from './results.ts'
import { measureSearch } from './search.ts'
import { takeTurn } from './turn.ts'

const PARTS: Readonly<Record<string, (isLarge: boolean) => Promise<object>>> = {
  bytes: measureBytes,
  lighthouse: measureLighthouse,
  search: measureSearch,
  interactions: measureInteractions,
  build: measureBuild,
  growth: measureGrowth,
}

async function bench(args: readonly string[]) {
  const isLarge = args.includes('--large')
  const named = args.filter((arg) => arg !== '--large')
  const unknown = named.filter((name) => !(name in PARTS))
  if (unknown.length > 0) {
    throw new Error(
      `The bench has no part "${unknown.join(', ')}"; it has ${Object.keys(PARTS).join(', ')}, and --large.`,
    )
  }
  takeTurn()
  for (const [name, measure] of Object.entries(PARTS)) {
    if (named.length > 0 && !named.includes(name)) continue
    const around = await circumstances()
    console.log(`\n— ${name}: ${around.cores} cores, load ${around.loadBefore}`)
    await record(name, around, await measure(isLarge))
  }
}

bench(process.argv.slice(2)).catch(failed('npm run bench'))
