/**
 * `<path-bar>`: on a stop of the path under way where one is and what to do there, above the text, and the way to the next
 * stop above and below it; on any other page a line that leads back.
 */
import { InterviewStore } from '../interview/interview-store.ts'
import { PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { MINUTE } from '../kit/time.ts'
import { lengthInWords } from '../plan/plan-words.ts'
import { fetchPaths } from './path-list.ts'
import { PathPager, type Way } from './path-pager.ts'
import { PathStore, underWay, type UnderWay } from './path-progress.ts'
import { leftInWords, placeInWords } from './path-words.ts'
import { isTight, minutesUntil, nextAfter, numberOf, type Path, type PathStop, type Standing } from './path.ts'

const MARKUP = `
<div data-part="stop" hidden>
  <p class="place"><a data-part="path"></a> · <span data-part="standing"></span></p>
  <p data-part="task"></p>
  <p data-part="tight" hidden><span data-part="short"></span> <a data-part="fit">Make the path fit</a></p>
  <p class="ways"><a class="go" data-part="next"></a> <button type="button" data-part="leave">Leave the path</button></p>
</div>
<p data-part="away" hidden>Back to <span data-part="on"></span>: <a data-part="back"></a></p>
<p data-part="left" hidden>
  You left the path. What you ticked is kept. <button type="button" data-part="again">Take it up again</button>
</p>`

/** Puts the bar in front of everything else in `root`. */
export function startBar(root: Element): void {
  root.prepend(document.createElement('path-bar'))
}

class PathBar extends PracticeElement {
  readonly #store = new PathStore(storage)
  readonly #interview = new InterviewStore(storage)
  readonly #pager = new PathPager(document.querySelector('.pager'))
  #paths: readonly Path[] = []
  /** The path that was left on this page. */
  #left = ''

  protected start() {
    this.setAttribute('role', 'region')
    this.setAttribute('aria-label', 'Your path')
    this.innerHTML = MARKUP
    this.on(this.find('next'), 'click', () => this.#done())
    this.on(this.find('leave'), 'click', () => this.#leave())
    this.on(this.find('again'), 'click', () => this.#takeUp())
    this.on(window, 'online', () => void this.#fetch())
    this.until(this.#store.subscribe(() => this.#show()))
    this.until(this.#interview.subscribe(() => this.#show()))
    this.every(MINUTE / 4, () => this.#show())
    void this.#fetch()
  }

  async #fetch() {
    this.#paths = (await fetchPaths()) ?? []
    this.#show()
  }

  #way(): UnderWay<Path> | undefined {
    return underWay(this.#paths, this.#store.all())
  }

  #show() {
    const way = this.#way()
    const here = way && stopHere(way)
    this.find('stop').hidden = !here
    this.find('away').hidden = !way || here !== undefined
    this.find('left').hidden = way !== undefined || !this.#store.get(this.#left)?.isLeft
    if (way && here) this.#showStop(way, here)
    else this.#pager.reset()
    if (way && !here) this.#showWayBack(way)
  }

  #showStop(way: UnderWay<Path>, here: PathStop) {
    const { path, progress, standing } = way
    const isDone = progress.done.includes(here.to)
    this.find('path', HTMLAnchorElement).href = path.href
    say(this.find('path'), path.title)
    const place = placeInWords(standing, here)
    say(this.find('standing'), `${isDone ? `${place}, done` : place} · ${leftInWords(standing)}`)
    const task = this.find('task')
    // The words of the content, made HTML when the site was built.
    if (task.dataset['of'] !== here.to) task.innerHTML = here.do
    task.dataset['of'] = here.to
    const on = onwardFrom(way, here)
    const link = this.find('next', HTMLAnchorElement)
    link.href = on.href
    say(link, `${on.label}: ${on.title}`)
    this.#showTight(path, standing, progress.until)
    this.#pager.lead(backFrom(standing, here), on, () => this.#done())
  }

  #showTight(path: Path, standing: UnderWay<Path>['standing'], until: number | undefined) {
    const there = minutesUntil([until, this.#interview.get()?.start], Date.now())
    this.find('tight').hidden = !isTight(standing, there)
    say(this.find('short'), `There are ${lengthInWords(there ?? 0)} for what takes ${lengthInWords(standing.minutes)}.`)
    this.find('fit', HTMLAnchorElement).href = `${path.href}#minutes`
  }

  #showWayBack({ path, standing, next }: UnderWay<Path>) {
    say(this.find('on'), `stop ${numberOf(standing, next)} of “${path.title}”`)
    const back = this.find('back', HTMLAnchorElement)
    back.href = next.href
    say(back, next.title)
  }

  /** Ticks the stop that is left by a link onward. */
  #done() {
    const way = this.#way()
    const here = way && stopHere(way)
    if (here) this.#store.tick(way.path.id, here.to, true, Date.now())
  }

  #leave() {
    const way = this.#way()
    if (!way) return
    this.#left = way.path.id
    this.#store.leave(this.#left)
    moveFocus(this.find('again'))
  }

  #takeUp() {
    this.#store.begin(this.#left, Date.now())
    moveFocus(this.find('leave'))
  }
}

/** The stop of a page; of several on one page the first that is open. */
function stopHere({ standing: { stops, open } }: UnderWay<Path>): PathStop | undefined {
  const isHere = ({ href }: PathStop) => new URL(href, location.href).pathname === location.pathname
  return open.find(isHere) ?? stops.find(isHere)
}

function onwardFrom({ path, progress, standing }: UnderWay<Path>, here: PathStop): Way {
  const next = nextAfter(standing, here.to)
  if (!next) return { href: path.href, label: 'Done with the last stop', title: path.title }
  return { href: next.href, label: progress.done.includes(here.to) ? 'Next' : 'Done, next', title: next.title }
}

function backFrom(standing: Standing<PathStop>, here: PathStop): Way | undefined {
  const previous = standing.stops[numberOf(standing, here) - 2]
  return previous && { href: previous.href, label: 'Previous stop', title: previous.title }
}

customElements.define('path-bar', PathBar)
