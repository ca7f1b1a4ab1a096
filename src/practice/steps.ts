/** The row of the practice pages: scrolled, where it is longer than the screen is wide, to the page one is on. */
function showCurrent() {
  const here = document.querySelector<HTMLElement>('.steps [aria-current]')
  const row = here?.closest<HTMLElement>('.steps')
  if (!here || !row) return
  const [inner, outer] = [here, row].map((element) => element.getBoundingClientRect())
  if (!inner || !outer) return
  // Not scrollIntoView, which would move the page as well.
  row.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2)
}
showCurrent()
addEventListener('resize', showCurrent)
