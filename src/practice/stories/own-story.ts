/**
 * `<own-story>`: takes the candidate's own words for each part of a story, shows them in place of the guide's, and measures
 * what is told in the end. `wake-stories.ts` fetches it.
 */
import { shownOf, toldIn } from '../blanks/filled-blank.ts'
import { showIn } from '../blanks/show-blanks.ts'
import { ShownBlanks } from '../blanks/shown-blanks.ts'
import { fill, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { metricsOf, PARTS, textsOf, type Metrics, type Telling } from './metrics.ts'
import { OWN_ANCHOR, OWN_BLANKS_ANCHOR, paragraphsOf, piecesOf, spokenText } from './own-text.ts'
import { OWN_PARTS, setOwnWords, storiesKind, type OwnPart } from './own-version.ts'

class OwnStory extends PracticeElement {
  readonly #stories = storage.store(storiesKind)
  readonly #blanks = new ShownBlanks(storage)
  /** Own words that were given up on this page, to be brought back. */
  readonly #givenUp = new Map<OwnPart, string>()
  /** The version that is shown, as JSON. */
  #shown = ''

  protected start() {
    for (const part of OWN_PARTS) this.#listen(part)
    this.on(this.find('open'), 'click', () => {
      this.#setOpen(true)
      moveFocus(this.find('close'))
    })
    this.on(this.find('close'), 'click', () => {
      this.#setOpen(false)
      moveFocus(this.find('open'))
    })
    this.on(window, 'hashchange', () => this.#openAsked())
    this.until(this.#stories.subscribe(() => this.#changed()))
    this.until(this.#blanks.subscribe(() => this.#show()))
    this.#show()
    this.#openAsked()
  }

  /** Opens what the address names: the editor, or the blanks in it. */
  #openAsked() {
    const asked = location.hash.slice(1)
    if (asked !== OWN_ANCHOR && asked !== OWN_BLANKS_ANCHOR) return
    this.#setOpen(true)
    if (asked === OWN_BLANKS_ANCHOR) this.querySelector('[data-part=known]')?.setAttribute('open', '')
    // What was unfolded above it on the page has moved it.
    document.getElementById(asked)?.scrollIntoView()
  }

  /** The address follows, so that a page that is loaded again, or come back to, stands as it was left. */
  #setOpen(isOpen: boolean) {
    if (isOpen === this.#isOpen) return
    this.toggleAttribute('data-open', isOpen)
    const isAsked = [OWN_ANCHOR, OWN_BLANKS_ANCHOR].includes(location.hash.slice(1))
    if (isOpen !== isAsked) history.replaceState(history.state, '', isOpen ? `#${OWN_ANCHOR}` : location.pathname)
    this.#show()
  }

  #listen(part: OwnPart) {
    const field = this.#field(part)
    this.on(field, 'input', () => this.#set(part, field.value))
    // It may have changed in another tab meanwhile.
    this.on(field, 'blur', () => this.#show())
    // An outline has no text to begin with or to go back to.
    if (this.#isOutline) return
    // The button that was pressed is gone; the focus goes on to what took its place.
    this.on(this.find(`${part}-take`), 'click', () => {
      this.#set(part, field.defaultValue)
      moveFocus(field)
    })
    this.on(this.find(`${part}-back`), 'click', () => {
      this.#givenUp.set(part, this.#version[part] ?? '')
      this.#set(part, undefined)
      moveFocus(this.find(`${part}-undo`))
    })
    this.on(this.find(`${part}-undo`), 'click', () => {
      const text = this.#givenUp.get(part)
      this.#givenUp.delete(part)
      this.#set(part, text)
      moveFocus(field)
    })
  }

  #set(part: OwnPart, text: string | undefined) {
    setOwnWords(this.#stories, this.#story, part, text)
  }

  /** Other tabs may have changed another story. */
  #changed() {
    if (JSON.stringify(this.#version) !== this.#shown) this.#show()
  }

  #show() {
    const version = this.#version
    this.#shown = JSON.stringify(version)
    const isOwn = OWN_PARTS.some((part) => version[part] !== undefined)
    this.find('open').hidden = this.#isOpen
    say(this.find('open'), isOwn ? 'Go on with your version' : 'Tell it in your words')
    this.find('close').hidden = !this.#isOpen
    this.find('standing').hidden = !isOwn
    for (const part of this.querySelectorAll<HTMLElement>('[data-desk]')) part.hidden = !this.#isOpen
    for (const part of OWN_PARTS) this.#showPart(part, version[part])
    this.find('headline').hidden = !this.#isOpen && version.headline === undefined
    this.#showMetrics(metricsOf(this.#telling()))
  }

  #showPart(part: OwnPart, own: string | undefined) {
    const section = this.find(part)
    const wasOwn = section.hasAttribute('data-own')
    const isOwn = own !== undefined || this.#isOutline
    section.toggleAttribute('data-own', isOwn)
    this.find(`${part}-edit`).hidden = !isOwn
    if (!this.#isOutline) {
      this.find(`${part}-take`).hidden = isOwn
      this.find(`${part}-back`).hidden = !isOwn
      this.find(`${part}-undo`).hidden = isOwn || !this.#givenUp.has(part)
      // As long as the guide's text is what is told, there is nothing to fold away.
      this.find(`${part}-fold`).hidden = !isOwn
      if (isOwn !== wasOwn) this.find(`${part}-guide`, HTMLDetailsElement).open = !isOwn
    }
    const field = this.#field(part)
    const text = own ?? field.defaultValue
    fill(field, text)
    this.#tell(this.find(`${part}-told`), isOwn ? text : '')
  }

  /** Writes own words out with their blanks, for paper, and for the screen where they have any. */
  #tell(told: HTMLElement, text: string) {
    if (told.dataset['text'] !== text) {
      told.dataset['text'] = text
      told.replaceChildren(...paragraphsOf(text).map((paragraph) => this.#paragraph(paragraph)))
      told.toggleAttribute('data-blanks', told.querySelector('.blank') !== null)
    }
    showIn(told, this.#blanks.all())
  }

  #paragraph(text: string): HTMLElement {
    const paragraph = Object.assign(document.createElement('p'), { dir: 'auto' })
    paragraph.append(
      ...piecesOf(text, isBlank).map((piece) =>
        typeof piece === 'string' ? piece : (linkOf(piece.blank)?.cloneNode(true) ?? ''),
      ),
    )
    return paragraph
  }

  /** What is said in the end: own words where there are any, the guide's otherwise, each blank as it is filled in. */
  #telling(): Telling {
    const filled = this.#blanks.all()
    const version = this.#version
    const told = (id: string) => toldIn(linkOf(id)?.textContent ?? '', shownOf(filled.get(id)))
    const text = (part: OwnPart) => spokenText(version[part] ?? this.#field(part).defaultValue, isBlank, told)
    return {
      headline: text('headline'),
      situation: text('situation'),
      task: text('task'),
      action: text('action'),
      result: text('result'),
    }
  }

  /** Puts the measures into their table: `data-metric` names a text, `data-bar` the part of a bar. */
  #showMetrics(metrics: Metrics) {
    const texts = textsOf(metrics)
    for (const place of this.querySelectorAll<HTMLElement>('[data-metric]')) {
      say(place, texts[place.dataset['metric'] ?? ''] ?? '')
    }
    for (const part of PARTS) {
      this.querySelector(`[data-bar="${part}"]`)?.setAttribute('width', String(metrics.parts[part].share))
    }
  }

  get #story(): string {
    return this.dataset['story'] ?? ''
  }

  get #version() {
    return this.#stories.get(this.#story) ?? {}
  }

  get #isOpen(): boolean {
    return this.hasAttribute('data-open')
  }

  get #isOutline(): boolean {
    return this.hasAttribute('data-outline')
  }

  #field(part: OwnPart): HTMLTextAreaElement {
    return this.find(`${part}-field`, HTMLTextAreaElement)
  }
}

/** All blanks of the guide as links, each once, to be copied into own words. */
const links = document.querySelector<HTMLTemplateElement>('template#blank-links')?.content
const linkOf = (id: string) => links?.querySelector<HTMLElement>(`[data-blank="${id}"]`) ?? undefined
const isBlank = (id: string) => linkOf(id) !== undefined

customElements.define('own-story', OwnStory)
