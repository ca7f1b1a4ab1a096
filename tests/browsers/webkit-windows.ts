/** Windows of WebKitGTK, each a session of `WebKitWebDriver`, on a screen that nobody sees. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { listen } from '../../commands/serve.ts'
import { sheetsOf, type Paper, type Sheet } from '../site/pdf.ts'
import { PATIENCE, type GuideWindow, type Key, type Windows } from './guide-window.ts'
import { WebDriverSession } from './webdriver.ts'

const WINDOW = join(import.meta.dirname, 'webkit-window.py')
const KEYS: Readonly<Record<Key, string>> = {
  Enter: '\uE007',
  Tab: '\uE004',
  ArrowDown: '\uE015',
  Escape: '\uE00C',
  Space: ' ',
}

export class WebKitWindows implements Windows {
  readonly #screen: ChildProcess
  readonly #driver: ChildProcess
  readonly #address: string

  private constructor(screen: ChildProcess, driver: ChildProcess, address: string) {
    this.#screen = screen
    this.#driver = driver
    this.#address = address
  }

  /** Starts a screen and a driver, which both end with `close`. */
  static async start(): Promise<WebKitWindows> {
    const screen = spawn(...tied('Xvfb', '-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'), {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [display] = (await once(createInterface({ input: screen.stdout }), 'line')) as [string]
    const port = await freePort()
    const driver = spawn(...tied('WebKitWebDriver', `--port=${port}`), {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11' },
    })
    const address = `http://127.0.0.1:${port}`
    await eventually(() => fetch(`${address}/status`).then((answer) => answer.ok))
    return new WebKitWindows(screen, driver, address)
  }

  async open(root: string): Promise<GuideWindow> {
    const folder = await mkdtemp(join(tmpdir(), 'guide-window-'))
    const session = await WebDriverSession.start(this.#address, {
      'webkitgtk:browserOptions': { binary: WINDOW, args: [folder] },
    })
    return new WebKitWindow(session, root, folder)
  }

  close() {
    this.#driver.kill()
    this.#screen.kill()
    return Promise.resolve()
  }
}

class WebKitWindow implements GuideWindow {
  readonly #session: WebDriverSession
  readonly #root: string
  readonly #folder: string
  #marks = 0

  constructor(session: WebDriverSession, root: string, folder: string) {
    this.#session = session
    this.#root = root
    this.#folder = folder
  }

  async open(address: string) {
    await this.#session.command('/url', { url: this.#root + address })
    // Keys that come before the focus are lost.
    await eventually(() => this.run(() => document.hasFocus(), null))
  }

  async reload() {
    await this.#session.command('/refresh')
  }

  async resize(width: number, height: number) {
    await this.#session.command('/window/rect', { width, height })
    await eventually(async () => {
      const size = await this.run(() => [innerWidth, innerHeight], null)
      return size[0] === width && size[1] === height
    })
  }

  run<Value, Result>(work: (value: Value) => Result, value: Value) {
    return this.#session.run(work, value)
  }

  async click(selector: string, text = '') {
    await this.#session.command(`${await this.#session.find(selector, text)}/click`)
  }

  type(text: string) {
    return this.#session.keys(Array.from(text))
  }

  press(key: Key) {
    return this.#session.keys([KEYS[key]])
  }

  async choose(selector: string, path: string) {
    await this.#session.command(`${await this.#session.find(selector)}/value`, { text: path })
  }

  async save(selector: string, text: string) {
    await this.click(selector, text)
    return (await this.#file('download')).toString()
  }

  async print(paper: Paper): Promise<Sheet[]> {
    await this.run(askToPrint, paper)
    return sheetsOf(await this.#file(`${paper}.pdf`))
  }

  async complaints() {
    // What was said before this line is in the file when the line is.
    const mark = `mark ${++this.#marks}`
    await this.run((line) => console.log(line), mark)
    let lines: string[] = []
    await eventually(async () => {
      lines = (await readFile(join(this.#folder, 'console'), 'utf8')).split('\n')
      return lines.some((line) => line.endsWith(mark))
    })
    // Most lines begin with the place in the script.
    return lines.filter((line) => /(?:^| )CONSOLE [A-Z]/.test(line) && !/CONSOLE LOG mark \d+$/.test(line))
  }

  async close() {
    await this.#session.end()
    // The browser may still be writing there while it ends.
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 20 })
  }

  /** A file that the window writes, and gives its name once it is whole; it is taken away. */
  async #file(name: string): Promise<Buffer> {
    const path = join(this.#folder, name)
    await eventually(() => Promise.resolve(existsSync(path)))
    const content = await readFile(path)
    await rm(path)
    return content
  }
}

/** Runs in the page. */
function askToPrint(paper: Paper) {
  const { webkit } = window as unknown as {
    webkit: { messageHandlers: { print: { postMessage: (text: string) => void } } }
  }
  webkit.messageHandlers.print.postMessage(paper)
}

/** A command whose process ends with this one, even when this one is killed. */
const tied = (command: string, ...args: string[]): [string, string[]] => [
  'setpriv',
  ['--pdeathsig', 'TERM', command, ...args],
]

async function freePort(): Promise<number> {
  const { server, port } = await listen(0)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Waits until the check passes. Throws after a while, with what the check threw last. */
async function eventually(check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE
  let reason: unknown
  while (Date.now() < end) {
    try {
      if (await check()) return
    } catch (error) {
      reason = error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`not within ${PATIENCE} ms`, { cause: reason })
}
