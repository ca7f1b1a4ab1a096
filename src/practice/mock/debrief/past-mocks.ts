/** `<past-mocks>`: the mocks that were closed, as a table and as a small picture. */
import { button, deleteButton, made, PracticeElement } from '../../kit/element.ts'
import { facts, mocks, sayMoved } from '../mock-page.ts'
import type { KeptMock } from '../mock-store.ts'
import { recordings } from '../recording/recording-store.ts'
import { pointsOf } from './chart.ts'
import { debriefOf, meanOf } from './gap.ts'

/** So many fit into the picture; the table has all. */
const SHOWN = 12

class PastMocks extends PracticeElement {
  protected start() {
    this.until(mocks.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const past = mocks.past()
    this.hidden = past.length === 0 || mocks.current() !== undefined
    if (this.hidden) return
    this.find('rows').replaceChildren(...past.toReversed().map((kept) => this.#row(kept)))
    this.#draw(past)
  }

  #row({ id, mock }: KeptMock): HTMLTableRowElement {
    const date = new Date(mock.started).toLocaleDateString('en-GB', { dateStyle: 'medium' })
    const head = made('th', date)
    head.scope = 'row'
    const open = button('Open', () => {
      mocks.open(id)
      sayMoved(this)
    })
    const remove = deleteButton('Delete', () => {
      void recordings.removeOf(id)
      mocks.remove(id)
      sayMoved(this)
    })
    for (const one of [open, remove]) one.setAttribute('aria-description', `the mock of ${date}`)
    const mean = meanOf(mock.ratings)?.toFixed(1) ?? 'not rated'
    const gap = debriefOf(mock, facts).gap?.name ?? 'none'
    return made('tr', head, cell(`${mock.length} min`), cell(mean), cell(gap), made('td', open, remove))
  }

  #draw(past: readonly KeptMock[]) {
    const means = past.flatMap(({ mock }) => meanOf(mock.ratings) ?? []).slice(-SHOWN)
    const points = pointsOf(means)
    const picture = this.querySelector<SVGElement>('svg')
    if (!picture) return
    this.find('picture').hidden = means.length < 2
    picture.querySelector('polyline')?.setAttribute('points', points.map(({ x, y }) => `${x},${y}`).join(' '))
    const dots = points.map(({ x, y }) => shape('circle', { cx: x, cy: y, r: 4 }))
    picture.querySelector('g')?.replaceChildren(...dots)
  }
}

const cell = (text: string) => made('td', text)

function shape(name: string, attributes: Record<string, number>) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

customElements.define('past-mocks', PastMocks)
