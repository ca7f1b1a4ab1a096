/** One try of a site's search by somebody who has never been there. */
import type { Browser, Page } from '@playwright/test'
import { waitForQuiet } from './quiet.ts'
import { armProbe, installProbe, type ProbeOrder, type SearchMarkup } from './search-probe.ts'
import { bytesOf, repeatedBytes, type CountedSite } from './traffic.ts'

/** A site as the trials know it. */
export interface SearchedSite extends SearchMarkup {
  served: CountedSite
  /** Address of the page on which the search is opened. */
  address: string
}

export interface SearchTrial {
  /** Share of the processors that other programs used just before the first query, from 0 to 1. */
  busyBefore: number
  /** Milliseconds from the key that opens the search to the first row of the first query. */
  cold: number
  /** Milliseconds from typing a second query to its first row. */
  next: number
  /** Bytes of the page before the search is opened; Starlight's interface is among them, the guide's is not. */
  pageBytes: number
  /** Bytes fetched for the first query, from opening until nothing more is fetched. */
  bytes: number
  /** Bytes fetched for the second query. */
  nextBytes: number
  /** Bytes fetched more than once, from the page's own loading on. */
  repeated: number
}

/** Opens the search of both sites with the same keys. */
const OPENING_KEYS = 'Control+k'
const PATIENCE = 20_000

/** Queries share no beginning of a word: rows of the first must not pass for rows of the second. */
export async function trySearch(
  browser: Browser,
  site: SearchedSite,
  queries: readonly [string, string],
): Promise<SearchTrial> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const tab = await context.newPage()
  try {
    site.served.take()
    await tab.goto(site.served.origin + site.address, { waitUntil: 'networkidle' })
    await tab.evaluate(installProbe)
    const visit = site.served.take()
    const busyBefore = await waitForQuiet()
    const cold = await ask(tab, { ...site, query: queries[0], from: 'key' })
    const first = await settled(tab, site)
    const next = await ask(tab, { ...site, query: queries[1], from: 'typing' })
    const second = await settled(tab, site)
    return {
      busyBefore,
      cold,
      next,
      pageBytes: bytesOf(visit),
      bytes: bytesOf(first),
      nextBytes: bytesOf(second),
      repeated: repeatedBytes([...visit, ...first, ...second]),
    }
  } finally {
    await context.close()
  }
}

async function ask(tab: Page, { input, row, query, from }: ProbeOrder): Promise<number> {
  await tab.evaluate(armProbe, { input, row, query, from })
  if (from === 'key') await tab.keyboard.press(OPENING_KEYS)
  const time = await Promise.race([
    tab.evaluate(() => window.firstRow),
    tab.waitForTimeout(PATIENCE).then(() => undefined),
  ])
  if (time === undefined) throw new Error(`${tab.url()}: no row for "${query}" within ${PATIENCE / 1000} s`)
  return time
}

/** What has been fetched, once nothing more is. Workers fetch too, so the server is asked and not the page. */
async function settled(tab: Page, { served }: SearchedSite) {
  const all = served.take()
  for (let quiet = 0; quiet < 3;) {
    await tab.waitForTimeout(150)
    const more = served.take()
    quiet = more.length > 0 ? 0 : quiet + 1
    all.push(...more)
  }
  return all
}
