/**
 * How long the browser takes from a press to the next paint on the practice pages, on a processor slowed down four
 * times. The theme button of a reading page, which changes one attribute, shows what the browser itself takes.
 */
import type { Browser, Page } from '@playwright/test'
import { join } from 'node:path'
import { openBrowser } from './browser.ts'
import { median } from './figures.ts'
import { buildGuide } from './guide-site.ts'
import { ROOT, siteFolder } from './places.ts'
import { printTable, printVerdicts } from './table.ts'
import { serveCounted } from './traffic.ts'
import { atMost } from './verdict.ts'

const SLOWDOWN = 4
const BUDGET = 100
const PHONE = { width: 390, height: 800 }

interface Flow {
  name: string
  address: string
  act: (page: Page) => Promise<unknown>
}

interface Timing {
  name: string
  presses: number
  /** Milliseconds from the press to the paint that shows its effect. */
  median: number
  slowest: number
}

/** Presses one after the other, each painted before the next. */
async function each(page: Page, times: number, press: (at: number) => Promise<void>) {
  for (let at = 0; at < times; at++) {
    await press(at)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))
  }
}

const FLOWS: readonly Flow[] = [
  {
    ...{ name: 'theme button of a reading page', address: '/concepts/redis/' },
    act: (page) => each(page, 8, () => page.click('#theme')),
  },
  {
    ...{ name: 'cards: answer and grade', address: '/practice/cards/' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Start' }).click()
      await each(page, 16, (at) => page.keyboard.press(at % 2 === 0 ? 'Space' : '3'))
    },
  },
  {
    ...{ name: 'stories: type', address: '/practice/stories/' },
    act: async (page) => {
      await page.getByRole('button', { name: 'in your words' }).first().click()
      await page.locator('textarea:visible').first().focus()
      await each(page, 20, (at) => page.keyboard.press('abcdefghij'.charAt(at % 10)))
    },
  },
  {
    ...{ name: 'asks: choose', address: '/practice/asks/' },
    act: (page) => each(page, 6, (at) => page.locator('[data-field="chosen"]:visible').nth(at).click()),
  },
  {
    ...{ name: 'plan: tick', address: '/practice/plan/' },
    act: (page) => each(page, 6, (at) => page.locator('input[type=checkbox]:visible').nth(at).click()),
  },
  {
    ...{ name: 'mock: begin and go on', address: '/practice/mock/' },
    act: async (page) => {
      await page.getByRole('button', { name: 'Begin' }).click()
      await each(page, 4, () => page.getByRole('button', { name: /next/i }).first().click())
    },
  },
  {
    ...{ name: 'blanks: type', address: '/blanks/' },
    act: async (page) => {
      await page.locator('input:visible').first().focus()
      await each(page, 8, (at) => page.keyboard.press(String(at)))
    },
  },
]

/** Builds, measures and prints. Returns what is recorded. */
export async function measureInteractions(): Promise<object> {
  await buildGuide({ name: 'real', content: join(ROOT, 'content') })
  const site = await serveCounted(siteFolder('real'))
  const browser = await openBrowser()
  const timings: Timing[] = []
  for (const flow of FLOWS) timings.push(await timingOf(browser, site.origin, flow))
  await browser.close()
  site.close()
  printTable(
    `From a press to the next paint, processor slowed down ${SLOWDOWN} times (ms)`,
    ['flow', 'presses', 'median', 'slowest'],
    timings.map((timing) => [timing.name, timing.presses, timing.median, timing.slowest]),
  )
  const practice = timings.slice(1)
  const most = (pick: (timing: Timing) => number) => Math.max(...practice.map(pick))
  const verdicts = [
    atMost(
      'largest median of a practice flow',
      most((timing) => timing.median),
      BUDGET,
      'ms',
    ),
    atMost(
      'slowest press of a practice flow',
      most((timing) => timing.slowest),
      BUDGET,
      'ms',
    ),
  ]
  printVerdicts(verdicts)
  return { unit: 'milliseconds, as the Event Timing API rounds them to 8', slowdown: SLOWDOWN, timings, verdicts }
}

async function timingOf(browser: Browser, origin: string, { name, address, act }: Flow): Promise<Timing> {
  const context = await browser.newContext({ viewport: PHONE })
  const page = await context.newPage()
  await page.addInitScript(watchPresses)
  await page.goto(origin + address, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await act(page)
  const durations = await page.evaluate(() => (globalThis as unknown as { presses: number[] }).presses)
  await context.close()
  if (durations.length === 0) throw new Error(`${address}: no press was seen`)
  return { name, presses: durations.length, median: median(durations), slowest: Math.max(...durations) }
}

/** Runs in the page: collects how long each event of a press took to its paint. */
function watchPresses() {
  const presses: number[] = []
  Object.assign(globalThis, { presses })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      if ((entry as PerformanceEventTiming & { interactionId?: number }).interactionId) presses.push(entry.duration)
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
}
