/** What a page shows; each function runs in the page and is whole in itself. */

/** Text of the first element of a selector that is visible; empty if there is none. */
export function visibleText(selector: string): string {
  const all = [...document.querySelectorAll<HTMLElement>(selector)]
  const shown = all.find((element) => element.checkVisibility())
  return shown?.innerText.replace(/\s+/g, ' ').trim() ?? ''
}

/** Whether the element of a selector has the focus and its beginning is in view, above the rooms at the foot. */
export function focusInView(selector: string): boolean {
  const element = document.querySelector(selector)
  const top = element?.getBoundingClientRect().top ?? -1
  const bar = document.querySelector('.rooms')?.getBoundingClientRect()
  const foot = bar && bar.bottom >= innerHeight ? bar.top : innerHeight
  return element === document.activeElement && top >= 0 && top < foot
}

/** How much of the view the element of a selector takes, from 0 to 1. */
export function partOfView(selector: string): number {
  const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
  return (Math.min(bottom, innerHeight) - Math.max(top, 0)) / innerHeight
}

/** Focuses the element of a selector where it stands at the foot of the view, as when one has read down to it. */
export function focusAtFoot(selector: string) {
  const element = document.querySelector<HTMLElement>(selector)
  element?.scrollIntoView({ block: 'end', behavior: 'instant' })
  element?.focus({ preventScroll: true })
}
