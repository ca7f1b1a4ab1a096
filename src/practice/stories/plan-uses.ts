/** `<plan-uses>`: which story is to be told for which question, with a word at the third use of one. */
import { storage } from '../browser-storage.ts'
import { overused, usesOf } from './planned-uses.ts'
import { PlannedUsesStore } from './planned-uses-store.ts'

class PlanUses extends HTMLElement {
  readonly #store = new PlannedUsesStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    this.addEventListener('change', this.#plan)
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    this.removeEventListener('change', this.#plan)
  }

  readonly #plan = ({ target }: Event) => {
    if (target instanceof HTMLSelectElement) this.#store.set(target.name, target.value)
  }

  #show() {
    const plan = this.#store.all()
    const selects = [...this.querySelectorAll('select')]
    // Counted are the questions that the guide still has, and the stories too.
    const planned = selects.map(({ name, options }) => {
      const story = plan.get(name) ?? ''
      return [name, [...options].some(({ value }) => value === story) ? story : ''] as const
    })
    const uses = usesOf(planned.filter(([, story]) => story !== ''))
    const tooMany = overused(uses)
    const stories = new Map(planned)
    for (const select of selects) {
      select.hidden = false
      const story = stories.get(select.name) ?? ''
      if (select.value !== story) select.value = story
      const mark = select.parentElement?.querySelector<HTMLElement>('[data-part="again"]')
      if (mark) mark.hidden = !tooMany.includes(story)
    }
    for (const count of this.querySelectorAll<HTMLElement>('[data-count]')) {
      const times = uses.get(count.dataset['count'] ?? '')?.length ?? 0
      count.textContent = times === 0 ? 'not planned' : `${times} ${times === 1 ? 'question' : 'questions'}`
    }
    for (const warning of this.querySelectorAll<HTMLElement>('[data-warns]')) {
      warning.hidden = !tooMany.includes(warning.dataset['warns'] ?? '')
    }
  }
}

customElements.define('plan-uses', PlanUses)
