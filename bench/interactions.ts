/**
 * How long the browser takes from a press to the next paint, on a processor slowed down four times: of what is pressed on
 * the practice pages, and of the theme button, which gives every element of a reading page another style.
 */
import type { Browser, Locator, Page } from '@playwright/test'
import { join } from 'node:path'
import { openBrowser } from './browser.ts'
import { median } from './figures.ts'
import { buildGuide } from './guide-site.ts'
import { ROOT, siteFolder } from './places.ts'
import { waitForQuiet } from './quiet.ts'
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
    await painted(page)
  }
}

const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))))

/** Presses with the bare mouse: a locator's click looks about in the page between the press and its paint, which counts. */
async function press(page: Page, target: Locator) {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error(`${page.url()}: ${String(target)} is not shown`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await painted(page)
  await page.mouse.down()
  await page.mouse.up()
  await painted(page)
}

const FLOWS: readonly Flow[] = [
  {
    name: 'theme button of a reading page',
    address: '/concepts/redis/',
    act: (page) => each(page, 8, () => press(page, page.locator('#theme'))),
  },
  {
    name: 'cards: answer and grade',
    address: '/practice/cards/',
    act: async (page) => {
      await press(page, page.getByRole('button', { name: 'Start' }))
      await each(page, 16, (at) => page.keyboard.press(at % 2 === 0 ? 'Space' : '3'))
    },
  },
  {
    name: 'stories: type',
    address: '/stories/performance/#own',
    act: async (page) => {
      await press(page, page.getByRole('button', { name: 'Tell the headline in your words' }))
      await page.locator('textarea:visible').first().focus()
      await each(page, 20, (at) => page.keyboard.press('abcdefghij'.charAt(at % 10)))
    },
  },
  {
    name: 'asks: choose',
    address: '/asks/',
    act: (page) => each(page, 6, (at) => press(page, page.locator('[data-part="choose"]:visible').nth(at))),
  },
  {
    name: 'plan: tick',
    address: '/plan/',
    act: (page) => each(page, 6, (at) => press(page, page.locator('input[type=checkbox]:visible').nth(at))),
  },
  {
    name: 'mock: begin and go on',
    address: '/practice/mock/',
    act: async (page) => {
      await press(page, page.getByRole('button', { name: 'Begin' }))
      await each(page, 4, () => press(page, page.getByRole('button', { name: /next/i }).first()))
    },
  },
  {
    name: 'blanks: type',
    address: '/blanks/',
    act: async (page) => {
      await press(page, page.locator('main details.check > summary').first())
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
  for (const flow of FLOWS) {
    await waitForQuiet()
    timings.push(await timingOf(browser, site.origin, flow))
  }
  await browser.close()
  site.close()
  printTable(
    `From a press to the next paint, processor slowed down ${SLOWDOWN} times (ms)`,
    ['flow', 'presses', 'median', 'slowest'],
    timings.map((timing) => [timing.name, timing.presses, timing.median, timing.slowest]),
  )
  const most = (pick: (timing: Timing) => number) => Math.max(...timings.map(pick))
  const verdicts = [
    atMost(
      'largest median of a flow',
      most((timing) => timing.median),
      BUDGET,
      'ms',
    ),
    atMost(
      'slowest press of a flow',
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
