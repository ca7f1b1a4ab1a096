/** The browser of the bench. */
import { chromium, type Browser } from '@playwright/test'
import { BROWSER_ARGS, browserEnvironment, ensureBrowser } from '../commands/browser.ts'
import { listen } from '../commands/serve.ts'

/** A browser without a window; end it with `close`. */
export const openBrowser = (extra: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS, ...extra], env: browserEnvironment() })

/** A browser that other programs can steer over a port of this machine. */
export async function openSteeredBrowser(): Promise<{ browser: Browser; port: number }> {
  const { server, port } = await listen(0)
  await new Promise((resolve) => server.close(resolve))
  return { browser: await openBrowser([`--remote-debugging-port=${port}`]), port }
}
