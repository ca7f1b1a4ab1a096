/** Joins the pages of the guide into one document, inside the browser that prints it. */
import type { Page } from '@playwright/test'

/** Replaces the open page's text by the given pages in order; links between them lead to their place in the book. */
export async function joinPages(page: Page, addresses: readonly string[]): Promise<void> {
  await page.evaluate(async (order) => {
    /** An anchor in the book for a page and a fragment of it. */
    const anchorOf = (address: string, fragment: string) =>
      `p${address.replaceAll('/', '-')}${fragment ? `_${fragment}` : ''}`

    const chapterOf = async (address: string) => {
      const text = await (await fetch(address)).text()
      const source = new DOMParser().parseFromString(text, 'text/html')
      const chapter = document.createElement('section')
      chapter.id = anchorOf(address, '')
      chapter.className = 'chapter'
      await Promise.all([...source.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(addStyle))
      for (const marked of source.querySelectorAll('main [id]')) marked.id = anchorOf(address, marked.id)
      for (const link of source.querySelectorAll<HTMLAnchorElement>('main a[href]')) redirect(link, address)
      for (const aside of source.querySelectorAll('main nav')) aside.remove()
      chapter.append(...(source.querySelector('main')?.children ?? []))
      return chapter
    }

    const addStyle = async (sheet: HTMLLinkElement) => {
      const href = sheet.getAttribute('href') ?? ''
      if (document.querySelector(`link[href="${href}"]`)) return
      const copy = document.importNode(sheet)
      document.head.append(copy)
      await new Promise((resolve) => (copy.onload = copy.onerror = resolve))
    }

    const redirect = (link: HTMLAnchorElement, address: string) => {
      const target = new URL(link.getAttribute('href') ?? '', new URL(address, location.href))
      const inBook = target.origin === location.origin && order.includes(target.pathname)
      if (inBook) link.setAttribute('href', `#${anchorOf(target.pathname, target.hash.slice(1))}`)
      else if (target.origin === location.origin) link.removeAttribute('href')
    }

    const chapters: Element[] = []
    for (const address of order) chapters.push(await chapterOf(address))
    document.querySelector('main')?.replaceChildren(...chapters)
  }, addresses)
  await page.addStyleTag({ content: '.chapter{break-before:page}.chapter:first-child{break-before:auto}' })
}
