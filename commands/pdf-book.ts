/** Joins the pages of the guide into one document, inside the browser that prints it. */
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'

const STYLES = fileURLToPath(new URL('pdf-book.css', import.meta.url))

/** A page of the guide in the book: its address on the site and its name inside the book. */
export interface Chapter {
  address: string
  anchor: string
}

/**
 * Fills an empty document of the site with the page at the given address and all that follow it in reading order; links
 * between them lead to their place in the book. Returns the chapters in their order.
 */
export async function openBook(page: Page, first: string, title: string): Promise<Chapter[]> {
  const url = new URL('book', first).href
  const body = '<!doctype html><html lang="en"><head></head><body><main></main></body></html>'
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await page.goto(url)
  await page.addStyleTag({ content: '@media screen { body { display: none } }' })
  await page.evaluate(addChapters, new URL(first).pathname)
  await page.evaluate(removeScreenParts)
  const chapters = await page.evaluate(linkChapters)
  await page.addStyleTag({ path: STYLES })
  await page.evaluate((text) => {
    document.title = text
    // Nothing is shown on the screen, so nothing else would fetch the fonts before the print.
    return Promise.all([...document.fonts].map((font) => font.load()))
  }, title)
  return chapters
}

// What follows runs in the browser, each function by itself.

/** Follows the pages from one to the next, and takes their text and their styles. */
async function addChapters(first: string): Promise<void> {
  const main = document.querySelector('main')
  const styles = new Map<string, HTMLLinkElement>()
  const seen = new Set<string>()
  for (let address: string | null | undefined = first; address && !seen.has(address);) {
    seen.add(address)
    const source: Document = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
    const chapter = document.createElement('section')
    chapter.className = 'chapter'
    chapter.dataset['address'] = address
    for (const style of source.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) styles.set(style.href, style)
    address = source.querySelector('a[rel=next]')?.getAttribute('href')
    chapter.append(...(source.querySelector('main')?.children ?? []))
    main?.append(chapter)
  }
  const added = [...styles.values()].map((style) => {
    const loaded = new Promise((resolve) => (style.onload = style.onerror = resolve))
    document.head.append(style)
    return loaded
  })
  await Promise.all(added)
}

/** Takes away what helps on a screen only, colours of code among it, which are black on paper; marks long code. */
function removeScreenParts(): void {
  /** More lines of code than these would leave half a page empty before them. */
  const LINES_KEPT_TOGETHER = 12
  for (const part of document.querySelectorAll('main :is(nav, .toc)')) part.remove()
  const wrappers = 'main :is(:is(h2, h3, h4) > a[href^="#"], .token:not(.comment))'
  for (const wrapper of document.querySelectorAll(wrappers)) wrapper.replaceWith(...wrapper.childNodes)
  document.normalize()
  for (const code of document.querySelectorAll('pre')) {
    code.classList.toggle('long', (code.textContent.match(/\n/g)?.length ?? 0) > LINES_KEPT_TOGETHER)
  }
}

/** Gives every chapter a name, leads links to it, and puts chapters below the page that lists them. */
function linkChapters(): Chapter[] {
  const chapters = [...document.querySelectorAll<HTMLElement>('.chapter')].map((chapter) => {
    const address = chapter.dataset['address'] ?? ''
    return { chapter, address, anchor: `p${address.replaceAll('/', '-')}` }
  })
  const anchors = new Map(chapters.map(({ address, anchor }) => [address, anchor]))
  const used = new Set<string>()
  for (const { chapter, address, anchor } of chapters) {
    chapter.id = anchor
    for (const marked of chapter.querySelectorAll(':not(svg *)[id]')) marked.id = `${anchor}_${marked.id}`
    for (const link of chapter.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const { origin, pathname, hash } = new URL(link.getAttribute('href') ?? '', new URL(address, location.href))
      if (origin !== location.origin) continue
      const target = anchors.get(pathname)
      const name = hash ? `${target ?? ''}_${hash.slice(1)}` : (target ?? '')
      if (target === undefined) link.removeAttribute('href')
      else link.setAttribute('href', `#${name}`)
      used.add(name)
    }
    for (const named of chapter.querySelectorAll('[aria-labelledby]')) {
      const name = `${anchor}_${named.getAttribute('aria-labelledby') ?? ''}`
      named.setAttribute('aria-labelledby', name)
      used.add(name)
    }
    // Bookmarks nest by the levels of headings.
    const isListed = anchors.has(address.replace(/[^/]+\/$/, ''))
    for (const heading of isListed ? chapter.querySelectorAll('h1, h2, h3, h4') : []) {
      heading.ariaLevel = String(Number(heading.tagName.slice(1)) + 1)
    }
  }
  // The printer looks for every named place on every page: a name that no link uses costs time.
  for (const marked of document.querySelectorAll('.chapter :not(svg *)[id]')) {
    if (!used.has(marked.id)) marked.removeAttribute('id')
  }
  return chapters.map(({ address, anchor }) => ({ address, anchor }))
}
