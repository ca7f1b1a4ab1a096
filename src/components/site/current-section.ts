/** Marks in the contents the section that is being read, and brings the page itself into view among its neighbours. */

/** Share of the window's height above which a heading has been reached. */
const READ = 0.3

/** The rows of the contents, looked for anew: a plan that is laid otherwise has other days. */
const contents = () => document.querySelectorAll<HTMLAnchorElement>('.toc a')

/** The section at the reading line. At the end of the page, where the last ones cannot reach it, the one in the address. */
function currentSection(): HTMLElement | undefined {
  const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1
  const reached = [...contents()].flatMap(({ hash }) => {
    const heading = document.getElementById(decodeURIComponent(hash.slice(1)))
    if (!heading) return []
    const { top } = heading.getBoundingClientRect()
    return top < innerHeight * (isAtEnd ? 1 : READ) ? heading : []
  })
  const asked = reached.find((heading) => heading.matches(':target') && heading.getBoundingClientRect().top >= 0)
  return isAtEnd && asked ? asked : reached.at(-1)
}

function mark() {
  const current = currentSection()
  for (const link of contents()) {
    const isCurrent = link.hash === `#${current?.id ?? ''}`
    if (isCurrent === link.hasAttribute('aria-current')) continue
    if (!isCurrent) link.removeAttribute('aria-current')
    else {
      link.setAttribute('aria-current', 'true')
      bringUp(link)
    }
  }
}

/** Scrolls the column of the link, and never the page. */
function bringUp(link: HTMLElement) {
  const column = link.closest('.beside > *')
  if (!column) return
  const [{ top, height }, around] = [link.getBoundingClientRect(), column.getBoundingClientRect()]
  if (top < around.top || top + height > around.bottom) column.scrollTop += top - around.top - around.height / 2
}

let isAsked = false
function markSoon() {
  if (isAsked) return
  isAsked = true
  requestAnimationFrame(() => {
    isAsked = false
    mark()
  })
}

const here = document.querySelector<HTMLElement>('.near [aria-current]')
if (here) bringUp(here)
mark()
for (const moment of ['scroll', 'resize', 'hashchange']) addEventListener(moment, markSoon, { passive: true })
