/**
 * Where Playwright 1.65 and the WebDriver BiDi of Debian's long-term Firefox (153) do not fit together.
 *
 * - The command for light and dark, `emulation.setMediaFeaturesOverride`, is not known there yet: it becomes a
 *   preference of the browser.
 * - A download from a `blob:` address has no number there yet, and Playwright overlooks one without: the address
 *   becomes it.
 * - Playwright gives the measures of paper in inches, where the protocol asks for centimetres.
 */

interface Message {
  id?: number
  method?: string
  params?: Record<string, unknown>
  result?: { contexts?: { context: string }[] }
}

/** Added to the number of Playwright's request to number the one that goes before it. */
const BEFORE = 1_000_000_000
const PREFERENCE = 'layout.css.prefers-color-scheme.content-override'
const SCHEMES: Readonly<Record<string, number>> = { dark: 0, light: 1 }
const AS_THE_SYSTEM = 2
const CENTIMETRES = 2.54

/** Translates the messages of one session. */
export class BidiGaps {
  readonly #schemes = new Map<number, number>()

  /** What the browser is told when Playwright sends this. */
  toBrowser(text: string): string {
    const message = JSON.parse(text) as Message
    if (message.method === 'browsingContext.print') return JSON.stringify(inCentimetres(message))
    if (message.method !== 'emulation.setMediaFeaturesOverride' || message.id === undefined) return text
    const features = message.params?.['features'] as Record<string, string> | undefined
    this.#schemes.set(message.id, SCHEMES[features?.['prefers-color-scheme'] ?? ''] ?? AS_THE_SYSTEM)
    // A preference is set from the browser's own window, which has to be looked for first.
    return JSON.stringify({
      id: message.id + BEFORE,
      method: 'browsingContext.getTree',
      params: { 'moz:scope': 'chrome', maxDepth: 0 },
    })
  }

  /** What Playwright and the browser are told when the browser sends this. */
  fromBrowser(text: string): { toClient?: string; toBrowser?: string } {
    const message = JSON.parse(text) as Message
    if (message.id !== undefined && message.id > BEFORE) {
      return { toBrowser: this.#setScheme(message.id - BEFORE, message.result?.contexts?.[0]?.context) }
    }
    if (message.method?.startsWith('browsingContext.download') && message.params) {
      message.params['download'] ??= message.params['url']
      return { toClient: JSON.stringify(message) }
    }
    return { toClient: text }
  }

  /** The answer to this one answers Playwright's request. */
  #setScheme(id: number, context: string | undefined): string {
    const scheme = this.#schemes.get(id) ?? AS_THE_SYSTEM
    this.#schemes.delete(id)
    const expression = `Services.prefs.setIntPref('${PREFERENCE}', ${scheme})`
    return JSON.stringify({
      id,
      method: 'script.evaluate',
      params: { expression, target: { context }, awaitPromise: false },
    })
  }
}

function inCentimetres(message: Message): Message {
  const measures = Object.entries(message.params ?? {}).map(([name, value]) => {
    if (name !== 'page' && name !== 'margin') return [name, value]
    const lengths = Object.entries(value as Record<string, number>)
    return [name, Object.fromEntries(lengths.map(([side, inches]) => [side, inches * CENTIMETRES]))]
  })
  return { ...message, params: Object.fromEntries(measures) as Record<string, unknown> }
}
