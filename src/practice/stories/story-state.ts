/** `<story-state>`: says how much of a story is told in own words in this browser. */
import { PracticeElement, say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { OWN_PARTS, ownWords, storiesKind } from './own-version.ts'

class StoryState extends PracticeElement {
  readonly #stories = storage.store(storiesKind)

  protected start() {
    this.until(this.#stories.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const version = this.#stories.get(this.dataset['story'] ?? '')
    const count = OWN_PARTS.filter((part) => ownWords(version, part) !== undefined).length
    say(this.find('count'), String(count))
    this.hidden = count === 0
  }
}

customElements.define('story-state', StoryState)
