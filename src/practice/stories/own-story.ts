/** `<own-story>`: takes the candidate's own words for each part of one story, and measures what is told in the end. */
import { showIn, toldIn } from '../blanks/blank-links.ts'
import { BlanksStore } from '../blanks/blanks-store.ts'
import { shownOf } from '../blanks/filled-blank.ts'
import '../blanks/show-blanks.ts'
import { storage } from '../browser-storage.ts'
import { metricsOf, type Telling } from './metrics.ts'
import { OWN_PARTS, type OwnPart } from './own-version.ts'
import { paragraphsOf, piecesOf, spokenText } from './own-text.ts'
import { showMetrics } from './show-metrics.ts'
import { StoriesStore } from './stories-store.ts'

class OwnStory extends HTMLElement {
  readonly #store = new StoriesStore(storage)
  readonly #blanks = new BlanksStore(storage)
  /** Own words that were given up on this page, to be brought back. */
  readonly #gone = new Map<OwnPart, string>()
  /** The version that is shown, as JSON. */
  #shown = ''
  #leave: (() => void)[] = []

  connectedCallback() {
    this.addEventListener('input', this.#keep)
    this.addEventListener('focusout', this.#left)
    this.addEventListener('click', this.#press)
    this.#leave = [this.#store.subscribe(this.#changed), this.#blanks.subscribe(this.#show)]
    this.#show()
  }

  disconnectedCallback() {
    for (const leave of this.#leave) leave()
    this.removeEventListener('input', this.#keep)
    this.removeEventListener('focusout', this.#left)
    this.removeEventListener('click', this.#press)
  }

  readonly #keep = ({ target }: Event) => {
    const part = partOf(target)
    // The fields of the blanks bubble up to here as well; they keep their own.
    if (part && target instanceof HTMLTextAreaElement && target.name === part) {
      this.#store.set(this.#story, part, target.value)
    }
  }

  readonly #press = ({ target }: Event) => {
    const part = partOf(target)
    const button = target instanceof HTMLButtonElement ? target.dataset['do'] : undefined
    if (!part || !button) return
    if (button === 'back') this.#gone.set(part, this.#store.get(this.#story)[part] ?? '')
    const text = { take: this.#field(part).defaultValue, back: undefined, undo: this.#gone.get(part) }[button]
    if (button === 'undo') this.#gone.delete(part)
    this.#store.set(this.#story, part, text)
    // The button that was pressed is gone; the focus goes on to what took its place.
    if (button === 'back') this.#button(part, 'undo').focus()
    else this.#field(part).focus()
  }

  /** The field that was left may have changed in another tab meanwhile. */
  readonly #left = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement && target.name === partOf(target)) this.#show()
  }

  /** Every story hears of every key; the others have nothing to do. */
  readonly #changed = () => {
    if (JSON.stringify(this.#store.get(this.#story)) !== this.#shown) this.#show()
  }

  readonly #show = () => {
    const version = this.#store.get(this.#story)
    this.#shown = JSON.stringify(version)
    for (const part of OWN_PARTS) this.#showPart(part, version[part])
    showMetrics(this, metricsOf(this.#telling()))
  }

  #showPart(part: OwnPart, own: string | undefined) {
    const section = this.#section(part)
    const wasOwn = section.hasAttribute('data-own')
    const isOwn = own !== undefined || this.#isOutline
    section.toggleAttribute('data-own', isOwn)
    found(section, '[data-is="edit"]').hidden = !isOwn
    this.#button(part, 'take').hidden = isOwn
    this.#button(part, 'back').hidden = own === undefined || this.#isOutline
    this.#button(part, 'undo').hidden = own !== undefined || !this.#gone.has(part)
    found(section, '[data-is="buttons"]').hidden = this.#isOutline
    if (isOwn !== wasOwn && !this.#isOutline) found<HTMLDetailsElement>(section, 'details').open = !isOwn
    const field = this.#field(part)
    const text = own ?? field.defaultValue
    if (field !== document.activeElement && field.value !== text) field.value = text
    this.#tell(found(section, '[data-is="told"]'), isOwn ? text : '')
  }

  /** Writes own words out with their blanks, for paper, and for the screen where they have any. */
  #tell(told: HTMLElement, text: string) {
    if (told.dataset['text'] !== text) {
      told.dataset['text'] = text
      told.replaceChildren(...paragraphsOf(text).map((paragraph) => this.#paragraph(paragraph)))
      told.toggleAttribute('data-blanks', told.querySelector('.blank') !== null)
    }
    showIn(told, this.#blanks)
  }

  #paragraph(text: string): HTMLElement {
    const paragraph = document.createElement('p')
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
    const version = this.#store.get(this.#story)
    const told = (id: string) => toldIn(linkOf(id)?.textContent ?? '', shownOf(filled.get(id)))
    const text = (part: OwnPart) => spokenText(version[part] ?? this.#field(part).defaultValue, isBlank, told)
    const [headline, situation, task] = [text('headline'), text('situation'), text('task')]
    return { headline, situation, task, action: text('action'), result: text('result') }
  }

  get #story(): string {
    return this.dataset['story'] ?? ''
  }

  get #isOutline(): boolean {
    return this.hasAttribute('data-outline')
  }

  #section = (part: OwnPart) => found(this, `[data-part="${part}"]`)
  #field = (part: OwnPart) => found<HTMLTextAreaElement>(this, `textarea[name="${part}"]`)
  #button = (part: OwnPart, name: string) => found<HTMLButtonElement>(this.#section(part), `[data-do="${name}"]`)
}

/** The page's blanks as links, each once, to be copied into own words. */
const links = document.querySelector<HTMLTemplateElement>('template#blank-links')?.content
const linkOf = (id: string) => links?.querySelector<HTMLElement>(`[data-blank="${id}"]`)
const isBlank = (id: string) => linkOf(id) !== null && linkOf(id) !== undefined

function partOf(target: EventTarget | null): OwnPart | undefined {
  const name = target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset['part'] : undefined
  return OWN_PARTS.find((part) => part === name)
}

// The caller says which element its selector names, as querySelector lets it.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function found<T extends HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector)
  if (element === null) throw new Error(`<own-story> lacks ${selector}`)
  return element
}

customElements.define('own-story', OwnStory)
