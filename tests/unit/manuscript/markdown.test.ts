/** Markdown of the guide becomes HTML with links, blanks, and no inline styles. */
import { expect, test } from '@playwright/test'
import { markdownToHtml } from 'satteri'
import { REFERENCE } from '../../../src/manuscript/kinds.ts'
import { hastPlugins, inlineMarkdown, plainHtml, type MarkdownOptions } from '../../../src/manuscript/markdown.ts'

const options: MarkdownOptions = {
  targets: new Map([
    ['concept:redis', { address: '/concepts/redis/', title: 'Redis strategies' }],
    ['blank:go-weeks', { address: '/blanks/#go-weeks', title: 'weeks of Go so far' }],
    ['blank:loop', { address: '/blanks/#loop', title: 'who comes' }],
  ]),
  units: new Map([
    ['go-weeks', 'weeks'],
    ['loop', ''],
  ]),
  base: '/some/base/',
}

/** HTML of a whole page's text. */
function page(markdown: string): string {
  const made = markdownToHtml(markdown, { hastPlugins: hastPlugins(() => options) })
  if (made instanceof Promise) throw new Error('the guide has no plugin that waits')
  return made.html
}

test('a reference without words takes the title of what it leads to', () => {
  expect(inlineMarkdown('See [](concept:redis).', options)).toBe(
    'See <a href="/some/base/concepts/redis/">Redis strategies</a>.',
  )
})

test('a reference with words keeps them', () => {
  expect(inlineMarkdown('[the cache](concept:redis)', options)).toBe(
    '<a href="/some/base/concepts/redis/">the cache</a>',
  )
})

test('a blank is shown with its unit, and read aloud with its name', () => {
  const html = inlineMarkdown('For [](blank:go-weeks).', options)
  expect(html).toContain('class="blank"')
  expect(html).toContain('data-blank="go-weeks"')
  expect(html).toContain('weeks of Go so far')
  expect(html).toMatch(/>weeks<\/a>\.$/)
})

test('a blank without a unit is empty', () => {
  expect(inlineMarkdown('[](blank:loop)', options)).toMatch(/><\/a>$/)
})

test('a link that leads nowhere stops the build', () => {
  expect(() => inlineMarkdown('[](concept:none)', options)).toThrow('the link "concept:none" leads nowhere')
})

test('links to other sites stay as they are', () => {
  expect(inlineMarkdown('[Go](https://go.dev/doc/)', options)).toBe('<a href="https://go.dev/doc/">Go</a>')
})

test('two paragraphs stay two', () => {
  expect(inlineMarkdown('one\n\ntwo', options)).toMatch(/<p>one<\/p>\s*<p>two<\/p>/)
})

test('a heading has an address and is a link to itself', () => {
  expect(page('## Cache first')).toMatch(/<h2 id="cache-first"><a href="#cache-first">Cache first<\/a><\/h2>/)
})

test('columns are aligned by classes, never by inline styles', () => {
  const html = page('| a | b | c |\n| --- | --: | :-: |\n| 1 | 2 | 3 |')
  expect(html).not.toContain('style=')
  expect(html).toContain('<td class="to-right">2</td>')
  expect(html).toContain('<td class="to-center">3</td>')
  expect(html).toContain('<td>1</td>')
})

for (const [text, isReference] of [
  ['concept:redis', true],
  ['ask:on-site-days', true],
  ['concept:Redis', false],
  ['area:gaps', false],
  ['https://go.dev', false],
  ['concept:redis#top', false],
] as const) {
  test(`${text} is ${isReference ? '' : 'no '}reference`, () => {
    expect(REFERENCE.test(text)).toBe(isReference)
  })
}

test('a list or a quote in Hebrew or Arabic takes its direction from its words, any other stays plain', () => {
  expect(page('- שלום\n- hello')).toContain('<ul dir="auto">')
  expect(page('1. مرحبا')).toContain('<ol dir="auto">')
  expect(page('> שלום')).toContain('<blockquote dir="auto">')
  expect(page('- hello\n\n> quoted\n\nA paragraph.')).not.toContain('dir=')
})

test('a figure and its unit stay on one line, but not in code', () => {
  expect(inlineMarkdown('30 % sooner, 12 ms, 3 minutes and `30 %`', options)).toBe(
    '30\u00a0% sooner, 12\u00a0ms, 3 minutes and <code>30 %</code>',
  )
  expect(page('About **30 %** of it')).toContain('30\u00a0%')
})

for (const text of ['a <script defer> tag', 'x < y & z > "w"', '<div>\nblock\n</div>', '<!-- not seen? -->']) {
  test(`${JSON.stringify(text)} is shown as it is written`, () => {
    expect(inlineMarkdown(text, options).replace(/^<p>|<\/p>\s*$/g, '')).not.toMatch(/<(?!\/?p>)/)
    expect(plainHtml(text)).not.toMatch(/[<>"]/)
  })
}
