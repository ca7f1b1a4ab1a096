/** Tests of the guide in a window of whichever browser their project names. */
import { test as base, type LaunchOptions } from '@playwright/test'
import { listen, serveFolder } from '../../commands/serve.ts'
import { SITES } from '../../commands/test-sites.ts'
import type { GuideWindow, Windows } from './guide-window.ts'
import { PlaywrightWindows } from './playwright-window.ts'
import { WebKitWindows } from './webkit-windows.ts'

export { expect } from '@playwright/test'

/** The built guide on a port of its own. */
export class Site {
  readonly root: string
  /** Addresses that were asked for while they were cut off. */
  readonly missed: string[] = []
  /** What a broken line does not bring; nothing while it is whole. */
  cutOff: RegExp | undefined

  constructor(port: number) {
    this.root = `http://127.0.0.1:${port}`
  }

  static async serve(): Promise<{ site: Site; close: () => void }> {
    const { server, port } = await listen(0)
    const site = new Site(port)
    server.on('request', ({ url = '', socket }) => {
      if (!site.cutOff?.test(url)) return
      site.missed.push(url)
      socket.destroy()
    })
    serveFolder(server, SITES.root)
    return { site, close: () => server.close() }
  }
}

interface Fixtures {
  guide: GuideWindow
  site: Site
}
export interface WorkerOptions {
  /** Whether the browser is Debian's WebKitGTK, which Playwright cannot drive. */
  isWebKitGtk: boolean
}
interface WorkerFixtures extends WorkerOptions {
  windows: Windows
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  isWebKitGtk: [false, { option: true, scope: 'worker' }],

  windows: [
    async ({ isWebKitGtk, playwright, browserName, channel, launchOptions }, use) => {
      const options: LaunchOptions = { ...launchOptions, ...(channel ? { channel } : {}) }
      const windows = isWebKitGtk
        ? await WebKitWindows.start()
        : new PlaywrightWindows(await playwright[browserName].launch(options))
      await use(windows)
      await windows.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  // eslint-disable-next-line no-empty-pattern -- Playwright reads from the parameter which fixtures this one needs: none.
  site: async ({}, use) => {
    const { site, close } = await Site.serve()
    await use(site)
    close()
  },

  guide: async ({ windows, site }, use) => {
    const guide = await windows.open(site.root)
    await use(guide)
    await guide.close()
  },
})
