/** The few commands of W3C WebDriver that drive a browser without Playwright: requests of JSON over HTTP. */
import { PATIENCE } from './guide-window.ts'

/** Thrown when the driver answers with an error; the message is the driver's. */
export class WebDriverError extends Error {}

/** How WebDriver writes an element. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'
type ElementReference = Record<typeof ELEMENT, string>

/** A session of a browser. */
export class WebDriverSession {
  readonly #address: string

  private constructor(address: string) {
    this.#address = address
  }

  /** Starts a browser by a driver that listens at the address. Throws a `WebDriverError`. */
  static async start(driver: string, capabilities: Record<string, unknown>): Promise<WebDriverSession> {
    const body = { capabilities: { alwaysMatch: capabilities } }
    const { sessionId } = await request<{ sessionId: string }>('POST', `${driver}/session`, body)
    return new WebDriverSession(`${driver}/session/${sessionId}`)
  }

  /** Sends a command. Throws a `WebDriverError`. */
  command<Result = null>(path: string, body: object = {}): Promise<Result> {
    return request<Result>('POST', `${this.#address}${path}`, body)
  }

  /** Runs a function in the page. */
  run<Value, Result>(work: (value: Value) => Result, value: Value): Promise<Result> {
    return this.command<Result>('/execute/sync', { script: `return (${String(work)})(arguments[0])`, args: [value] })
  }

  /** Path of the first visible element of a selector that contains the text. Waits for it, and until it stands still. */
  async find(selector: string, text = ''): Promise<string> {
    const end = Date.now() + PATIENCE
    let before = ''
    while (Date.now() < end) {
      const found = (await this.run(visibleElement, [selector, text] as const)) as [ElementReference, string] | null
      // A click on what is still being scrolled would land beside it.
      if (found?.[1] === before) return `/element/${found[0][ELEMENT]}`
      before = found?.[1] ?? ''
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new WebDriverError(`no visible ${selector} ${text && `with “${text}”`} within ${PATIENCE} ms`)
  }

  /** Presses and releases keys one after another; special ones are written as WebDriver's private characters. */
  async keys(keys: readonly string[]): Promise<void> {
    const actions = keys.flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ])
    await this.command('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
  }

  /** Ends the browser. */
  async end(): Promise<void> {
    // WebKit's driver complains of the window that it has just closed.
    await request('DELETE', this.#address).catch(() => undefined)
  }
}

async function request<Result>(method: string, url: string, body?: object): Promise<Result> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) })
  const { value } = (await response.json()) as { value: Result }
  if (response.ok) return value
  const { error, message } = value as { error: string; message: string }
  throw new WebDriverError(`${new URL(url).pathname.replace(/^\/session\/[^/]+/, '')}: ${error} ${message}`)
}

/** Runs in the page: the element, and where it stands. */
function visibleElement([selector, text]: readonly [string, string]): [Element, string] | null {
  const words = (element: Element) => element.textContent.replace(/\s+/g, ' ')
  const all = [...document.querySelectorAll(selector)]
  const found = all.find((element) => element.checkVisibility() && words(element).includes(text))
  // The driver itself scrolls as smoothly as the page asks for, and does not wait for the end.
  found?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  return found ? [found, JSON.stringify(found.getBoundingClientRect())] : null
}
