/**
 * The one place that moves the focus on the practice pages. What is pressed there often makes the page shorter in the
 * same turn: WebKit then stays at the new end of the page, far from what is focused, and Firefox is content with one line
 * of a long answer in view. So the browser moves the focus, and the scrolling is done here, alike everywhere.
 */

/** Gives an element the focus and brings it into view, at once; nothing is scrolled when all of it is in view already. */
export function moveFocus(element: HTMLElement | null | undefined): void {
  if (!element) return
  element.focus({ preventScroll: true })
  const { top, bottom, height } = element.getBoundingClientRect()
  // A clock may stand over the top of the page, and on a phone the rooms over its foot.
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  const [covered = 0, foot = 0] = [scrollPaddingTop, scrollPaddingBottom].map((size) => Number.parseFloat(size) || 0)
  if (top >= covered && bottom <= innerHeight - foot) return
  const isLong = height > (innerHeight - covered - foot) / 2
  element.scrollIntoView({ block: isLong ? 'start' : 'center', behavior: 'instant' })
}

/** Does something that makes what stands above an element longer or shorter; the element stays where it is seen. */
export function keepInPlace(element: Element, act: () => void): void {
  const { top } = element.getBoundingClientRect()
  act()
  // WebKit does not do it by itself.
  scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' })
}
