/**
 * The guide's own Markdown, for MDX bodies and for the texts in YAML: links by reference, blanks, headings that are
 * links to themselves, tables without inline styles (the content security policy refuses those).
 */
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri'
import { defineHastPlugin, defineMdastPlugin, markdownToHtml, type HastPluginList } from 'satteri'
import { withBase, type Targets } from './addresses.ts'
import { REFERENCE } from './kinds.ts'
import type { Manuscript } from './manuscript.ts'
import { entriesOf } from './manuscript.ts'

export interface MarkdownOptions {
  targets: Targets
  /** Units of the blanks by id; an empty text where a blank has none. */
  units: ReadonlyMap<string, string>
  /** The site's base path. */
  base: string
}

/** What the links and blanks of a manuscript need. */
export const unitsOf = (manuscript: Manuscript): Map<string, string> =>
  new Map(entriesOf(manuscript, 'blank').map(({ id, data }) => [id, data.unit ?? '']))

/** Plugins for the body of a page; `options` is asked again for each page, as authors edit while the site runs. */
export function hastPlugins(options: () => MarkdownOptions): HastPluginList {
  const plain = [headingLinks, tableAlignment, reachableCode, directions, unbrokenFigures]
  return [satteriHeadingIdsPlugin(), ...plain, () => references(options())]
}

/** Markdown of one line or a few paragraphs, as YAML fields hold it, to HTML. */
export function inlineMarkdown(text: string, options: MarkdownOptions): string {
  const { html } = markdownToHtml(text, {
    features: { smartPunctuation: true, frontmatter: false },
    mdastPlugins: [htmlAsWords],
    hastPlugins: [tableAlignment, directions, unbrokenFigures, references(options)],
  })
  const paragraph = /^<p>([\s\S]*?)<\/p>\s*$/.exec(html)
  return paragraph && !paragraph[1]?.includes('<p>') ? (paragraph[1] ?? '') : html
}

/** Words that are shown as they are written, as HTML. */
export const plainHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Whoever writes `<script>` in a sentence means the word. */
const htmlAsWords = defineMdastPlugin({
  name: 'html-as-words',
  html(node, context) {
    context.replaceNode(node, { type: 'text', value: node.value })
  },
})

const references = ({ targets, units, base }: MarkdownOptions) =>
  defineHastPlugin({
    name: 'guide-references',
    element: {
      filter: ['a'],
      visit(node, context) {
        const match = REFERENCE.exec(node.properties.href ?? '')
        if (!match) return
        const [reference, kind, id = ''] = match
        const target = targets.get(reference)
        if (!target) throw new Error(`the link "${reference}" leads nowhere`)
        context.setProperty(node, 'href', withBase(base, target.address))
        if (kind === 'blank') {
          context.setProperty(node, 'className', ['blank'])
          context.setProperty(node, 'data-blank', id)
          const unit = units.get(id) ?? ''
          context.setProperty(node, 'aria-label', `blank: ${target.title}${unit ? `, ${unit}` : ''}`)
          context.appendChild(node, { type: 'text', value: unit })
        } else if (node.children.length === 0) {
          context.appendChild(node, { type: 'text', value: target.title })
        }
      },
    },
  })

const headingLinks = defineHastPlugin({
  name: 'heading-links',
  element: {
    filter: ['h2', 'h3', 'h4'],
    visit(node, context) {
      const id = node.properties.id ?? ''
      const link = { type: 'element', tagName: 'a', properties: { href: `#${id}` }, children: node.children } as const
      context.replaceNode(node, { ...node, children: [link] })
    },
  },
})

/** Characters of a line of code that the measure of the text holds. */
const MEASURE = 68

/** Whether code is so broad that on a laptop it needs the margin beside the text; `beside` characters stand next to it. */
export const isBroad = (code: string, beside = 0): boolean =>
  code.split('\n').some((line) => line.replaceAll('\t', '    ').length > MEASURE - beside)

/**
 * Code that is broader than a phone scrolls in its own box, which the keyboard must reach. What a command answers is
 * told apart from it, and long lines are told.
 */
const reachableCode = defineHastPlugin({
  name: 'reachable-code',
  element: {
    filter: ['pre'],
    visit(node, context) {
      context.setProperty(node, 'tabIndex', 0)
      const [code] = node.children
      const isOutput = code?.type === 'element' && String(code.properties.className).includes('language-output')
      const names = [isOutput ? 'output' : '', isBroad(context.textContent(node)) ? 'broad' : ''].filter(Boolean)
      if (names.length > 0)
        context.setProperty(node, 'className', [
          ...[node.properties.className ?? node.properties.class ?? []].flat(),
          ...names,
        ])
    },
  },
})

/**
 * Lists and quotes that begin in Hebrew or Arabic have their markers and their rule on the right. The blocks inside, and
 * all others, read in the direction of their own first letter; `styles/base.css` does that without a byte in the page.
 */
const directions = defineHastPlugin({
  name: 'directions',
  element: {
    filter: ['ul', 'ol', 'blockquote', 'table'],
    visit(node, context) {
      if (/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(context.textContent(node))) {
        context.setProperty(node, 'dir', 'auto')
      }
    },
  },
})

/** A figure and its unit stay on one line. */
const unbrokenFigures = defineHastPlugin({
  name: 'unbroken-figures',
  text(node, context) {
    const parent = context.parent(node)
    if (parent.type === 'element' && ['code', 'pre'].includes(parent.tagName)) return undefined
    const value = node.value.replace(/(?<=\d) (?=(?:%|ms|µs|min|[kKMG]B)(?!\p{L}))/gu, '\u00a0')
    return value === node.value ? undefined : { ...node, value }
  },
})

const tableAlignment = defineHastPlugin({
  name: 'table-alignment',
  element: {
    filter: ['th', 'td'],
    visit(node, context) {
      const side = /text-align:\s*(right|center)/.exec(node.properties.style ?? '')?.[1]
      context.setProperty(node, 'style', null)
      if (side) context.setProperty(node, 'className', [side === 'right' ? 'to-right' : 'to-center'])
    },
  },
})
