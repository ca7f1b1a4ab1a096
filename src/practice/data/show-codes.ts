/** `<show-codes>`: shows everything as QR codes, one after the other, for another device to read. */
import { encode } from 'uqr'
import { say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { fragmentOf, isOnlyHere, MANY_CODES, pack, split } from './codes.ts'
import { DataPanel } from './data-panel.ts'
import { counted } from './data-words.ts'

/** Milliseconds that a code stays when they change by themselves: time to point, read and tap. */
const PACE = 6000

/** Light squares around the code that the standard asks for. */
const QUIET = 4

class ShowCodes extends DataPanel {
  #links: string[] = []
  /** The code that is shown, from 0. */
  #at = 0
  /** Ends the change of codes by itself; undefined while there is none. */
  #pause: (() => void) | undefined

  protected start() {
    this.find('use').hidden = false
    this.find('only-here').hidden = !isOnlyHere(location.hostname)
    this.press('show', () => void this.#toggle())
    this.press('previous', () => this.#step(-1))
    this.press('next', () => this.#step(1))
    this.press('play', () => this.#play(!this.#pause))
    this.#play(false)
  }

  async #toggle() {
    if (!this.find('codes').hidden) {
      this.#hide()
      return
    }
    const links = await this.#made()
    if (typeof links === 'string') {
      this.sayOnly(links)
      return
    }
    this.#links = links
    this.sayOnly(...(links.length > MANY_CODES ? ['many'] : []))
    this.find('links', HTMLTextAreaElement).value = links.join('\n')
    this.#at = 0
    this.find('codes').hidden = false
    say(this.find('show'), 'Hide the codes')
    this.#draw()
    moveFocus(this.find('place'))
  }

  /** A link for each code, or why there is none. */
  async #made(): Promise<string[] | 'empty' | 'cannot' | 'too-many'> {
    if (this.data.isEmpty()) return 'empty'
    if (typeof CompressionStream === 'undefined') return 'cannot'
    const pieces = split(await pack(this.data.exportForCodes()))
    if (pieces.length === 0) return 'too-many'
    return pieces.map((piece) => `${location.origin}${location.pathname}${fragmentOf(piece)}`)
  }

  #hide() {
    this.#play(false)
    this.find('codes').hidden = true
    say(this.find('show'), 'Show the codes')
  }

  #step(by: number) {
    this.#at = (this.#at + by + this.#links.length) % this.#links.length
    this.#draw()
  }

  #draw() {
    const link = this.#links[this.#at] ?? ''
    drawCode(this.find('code', SVGSVGElement), link)
    say(this.find('place'), `Code ${this.#at + 1} of ${this.#links.length}`)
    this.find('link', HTMLTextAreaElement).value = link
    Object.assign(this.find('progress'), { max: this.#links.length, value: this.#at + 1 })
    this.find('steps').hidden = this.#links.length === 1
    say(this.find('many'), counted(this.#links.length, 'code'))
  }

  #play(on: boolean) {
    this.#pause?.()
    this.#pause = on ? this.every(PACE, () => this.#step(1)) : undefined
    say(this.find('play'), on ? 'Pause' : `Change every ${PACE / 1000} seconds`)
  }
}

/** Draws a QR code into an `<svg>` that has a `<rect>` for the paper and a `<path>` for the squares. */
function drawCode(svg: SVGSVGElement, text: string): void {
  const { data, size } = encode(text, { ecc: 'L', border: QUIET })
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.querySelector('path')?.setAttribute('d', outline(data))
}

/** Dark squares as rows of rectangles. */
function outline(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      row.map((dark, x) => {
        if (!dark || row[x - 1]) return ''
        const end = row.indexOf(false, x)
        const width = (end < 0 ? row.length : end) - x
        return `M${x} ${y}h${width}v1h${-width}z`
      }),
    )
    .join('')
}

customElements.define('show-codes', ShowCodes)
