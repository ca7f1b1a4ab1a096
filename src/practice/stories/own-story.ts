/** `<own-story>`: takes the candidate's own words for each part of one story, and measures what is told in the end. */
import { shownOf, toldIn } from '../blanks/filled-blank.ts'
import { showIn } from '../blanks/show-blanks.ts'
import { ShownBlanks } from '../blanks/shown-blanks.ts'
import { fill, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { metricsOf, PARTS, textsOf, type Metrics, type Telling } from './metrics.ts'
import { blanksAnchor, paragraphsOf, piecesOf, spokenText } from './own-text.ts'
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
    this.on(window, 'hashchange', () => this.#open())
    this.until(this.#stories.subscribe(() => this.#changed()))
    this.until(this.#blanks.subscribe(() => this.#show()))
    this.#show()
    this.#open()
  }

  /** Unfolds what the address names: the story, or its blanks. */
  #open() {
    const isBlanks = location.hash === `#${blanksAnchor(this.#story)}`
    if (!isBlanks && location.hash !== `#${this.#story}`) return
    this.find('whole', HTMLDetailsElement).open = true
    if (isBlanks) this.find('known', HTMLDetailsElement).open = true
    // What was unfolded above it on the page has moved it.
    document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }

  #listen(part: OwnPart) {
    const field = this.#field(part)
    this.on(field, 'input', () => this.#set(part, field.value))
    // It may have changed in another tab meanwhile.
    this.on(field, 'blur', () => this.#show())
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

  /** Every story hears of every key; the others have nothing to do. */
  #changed() {
    if (JSON.stringify(this.#version) !== this.#shown) this.#show()
  }

  #show() {
    const version = this.#version
    this.#shown = JSON.stringify(version)
    for (const part of OWN_PARTS) this.#showPart(part, version[part])
    this.#showMetrics(metricsOf(this.#telling()))
  }

  #showPart(part: OwnPart, own: string | undefined) {
    const section = this.find(part)
    const wasOwn = section.hasAttribute('data-own')
    const isOwn = own !== undefined || this.#isOutline
    section.toggleAttribute('data-own', isOwn)
    this.find(`${part}-edit`).hidden = !isOwn
    this.find(`${part}-take`).hidden = isOwn
    this.find(`${part}-back`).hidden = own === undefined || this.#isOutline
    this.find(`${part}-undo`).hidden = own !== undefined || !this.#givenUp.has(part)
    this.find(`${part}-buttons`).hidden = this.#isOutline
    if (isOwn !== wasOwn && !this.#isOutline) this.find(`${part}-guide`, HTMLDetailsElement).open = !isOwn
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

  get #isOutline(): boolean {
    return this.hasAttribute('data-outline')
  }

  #field(part: OwnPart): HTMLTextAreaElement {
    return this.find(`${part}-field`, HTMLTextAreaElement)
  }
}

/** The page's blanks as links, each once, to be copied into own words. */
const links = document.querySelector<HTMLTemplateElement>('template#blank-links')?.content
const linkOf = (id: string) => links?.querySelector<HTMLElement>(`[data-blank="${id}"]`) ?? undefined
const isBlank = (id: string) => linkOf(id) !== undefined

customElements.define('own-story', OwnStory)
