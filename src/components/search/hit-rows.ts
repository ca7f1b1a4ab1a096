/** What a result looks like: the page, and below it the sections in which the words stand. */
import type { Hit, HitPart } from './hit.ts'
import { NAMES } from './kinds.ts'

/** A page and the sections in which the words stand. */
export function rowsOf({ title, kind, href, parts }: Hit): HTMLElement {
  const row = document.createElement('li')
  const head = linkTo(parts[0]?.heading === '' ? parts[0].href : href, 'hit')
  const name = document.createElement('strong')
  name.textContent = title
  const label = document.createElement('small')
  label.textContent = NAMES[kind] ?? kind
  head.append(name, ' ', label)
  row.append(head)
  for (const part of parts) {
    if (part.heading === '') head.append(excerptOf(part.excerpt))
    else row.append(partRow(part))
  }
  return row
}

function partRow({ heading, href, excerpt }: HitPart): HTMLElement {
  const link = linkTo(href, 'part')
  const name = document.createElement('b')
  name.textContent = heading
  link.append(name, excerptOf(excerpt))
  return link
}

function linkTo(href: string, className: string): HTMLAnchorElement {
  return Object.assign(document.createElement('a'), { href, className })
}

/** Pagefind's excerpt is escaped text with `mark` elements. */
function excerptOf(html: string): HTMLElement {
  const text = document.createElement('span')
  text.innerHTML = html
  return text
}
