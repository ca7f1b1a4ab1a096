/** What the engines of the browsers read differently from one and the same style sheet. */
import { expect, test } from './test.ts'

const PAGES = ['/', '/concepts/redis/', '/asks/', '/practice/data/']

for (const address of PAGES) {
  test(`links in the text of ${address} are underlined`, async ({ guide }) => {
    await guide.open(address)
    const bare = await guide.run(() => {
      const links = [...document.querySelectorAll('main p > a[href], footer p > a[href]')]
      const isUnderlined = (link: Element) => getComputedStyle(link).textDecorationLine.includes('underline')
      return { links: links.length, bare: links.filter((l) => !isUnderlined(l)).map((l) => l.outerHTML.slice(0, 99)) }
    }, null)
    expect(bare.links).toBeGreaterThan(0)
    expect(bare.bare).toEqual([])
  })
}
