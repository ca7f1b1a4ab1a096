/**
 * `<plan-uses>`: which story is to be told for which question, with a word at the third use of one. `wake-stories.ts`
 * fetches it.
 */
import practice from '../../styles/practice.css?inline'
import { PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import '../notice/storage-notice.ts'
import css from './plan-uses.css?inline'
import { overused, planUse, plannedUsesKind, usesOf } from './planned-uses.ts'

class PlanUses extends PracticeElement {
  readonly #uses = storage.store(plannedUsesKind)

  protected start() {
    this.on(this, 'change', ({ target }) => {
      if (target instanceof HTMLSelectElement) planUse(this.#uses, target.name, target.value)
    })
    this.on(this.find('choose'), 'click', () => {
      this.#offer()
      moveFocus(this.querySelector('select'))
    })
    this.until(this.#uses.subscribe(() => this.#show()))
    this.#show()
  }

  /** Shows the choice: when it is asked for, and to whoever has chosen before. */
  #offer() {
    this.find('choose').hidden = true
    for (const part of this.querySelectorAll<HTMLElement>('[data-part="choice"], [data-part="planned"]')) {
      part.hidden = false
    }
  }

  #show() {
    const kept = this.#uses.all()
    if (kept.size > 0) this.#offer()
    const selects = [...this.querySelectorAll('select')]
    // Counted are the questions that the guide still has, and the stories too.
    const planned = selects.map(({ name, options }) => {
      const story = kept.get(name)?.story ?? ''
      return [name, [...options].some(({ value }) => value === story) ? story : ''] as const
    })
    const uses = usesOf(planned.filter(([, story]) => story !== ''))
    const tooMany = overused(uses)
    const stories = new Map(planned)
    for (const select of selects) {
      const story = stories.get(select.name) ?? ''
      if (select.value !== story) select.value = story
      const mark = select.parentElement?.querySelector<HTMLElement>('[data-part="again"]')
      if (mark) mark.hidden = !tooMany.includes(story)
    }
    for (const count of this.querySelectorAll<HTMLElement>('[data-count]')) {
      const times = uses.get(count.dataset['count'] ?? '')?.length ?? 0
      say(count, times === 0 ? 'none' : String(times))
    }
    for (const warning of this.querySelectorAll<HTMLElement>('[data-warns]')) {
      warning.hidden = !tooMany.includes(warning.dataset['warns'] ?? '')
    }
  }
}

const sheet = new CSSStyleSheet()
sheet.replaceSync(practice + css)
document.adoptedStyleSheets.push(sheet)
customElements.define('plan-uses', PlanUses)
