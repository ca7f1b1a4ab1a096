/**
 * Runs inside the measured page: types as soon as there is a field, and takes the time when the first row is painted.
 * All of it happens in the page, so that the way between page and driver costs neither site anything. The functions
 * are sent to the browser as text and can use nothing from outside themselves.
 */

/** How a site's search is told apart. */
export interface SearchMarkup {
  /** Selector of the open search's field. */
  input: string
  /** Selector of a page in the results. */
  row: string
}

export interface ProbeOrder extends SearchMarkup {
  query: string
  /** Whether the time runs from the next key press that opens the search, or from the typing in an open one. */
  from: 'key' | 'typing'
}

interface ProbeTools {
  /** Fills the field as a person would who types very fast. */
  type(field: HTMLInputElement, query: string): void
  /** Whether a row was found by this query; rows of an earlier one may still stand there. */
  isRowOf(query: string, row: Element): boolean
  /** The time after the next frame has been painted. */
  afterPaint(): Promise<number>
}

declare global {
  interface Window {
    probe?: ProbeTools
    /** Milliseconds until the first row of the ordered query was painted. */
    firstRow?: Promise<number>
  }
}

/** Puts the tools into the page. */
export function installProbe(): void {
  window.probe = {
    type: (field, query) => {
      field.focus()
      field.value = query
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    isRowOf: (query, row) =>
      [...row.querySelectorAll('mark')].some(({ textContent }) => {
        const marked = textContent.toLowerCase().replace(/^[^a-z]+/, '')
        return query.split(' ').some((word) => marked.startsWith(word.slice(0, 4)))
      }),
    afterPaint: () =>
      new Promise((resolve) => {
        // After a frame's callbacks comes its painting, and after that the message.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.now())
        requestAnimationFrame(() => channel.port2.postMessage(''))
      }),
  }
}

/** Gets ready; `window.firstRow` settles when the row is there. */
export function armProbe({ input, row, query, from }: ProbeOrder): void {
  const { probe } = window
  if (!probe) throw new Error('the probe must be installed before it is armed')
  let begun = from === 'typing' ? performance.now() : undefined
  let typed = false
  window.firstRow = new Promise((resolve) => {
    const look = () => {
      const field = document.querySelector<HTMLInputElement>(input)
      if (begun !== undefined && !typed && field?.checkVisibility()) {
        typed = true
        probe.type(field, query)
      }
      if (!typed || ![...document.querySelectorAll(row)].some((one) => probe.isRowOf(query, one))) return
      observer.disconnect()
      void probe.afterPaint().then((painted) => resolve(painted - (begun ?? painted)))
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    if (from === 'typing') look()
  })
  const start = (event: KeyboardEvent) => {
    if (event.key !== 'Control') begun ??= event.timeStamp
  }
  addEventListener('keydown', start, true)
}
