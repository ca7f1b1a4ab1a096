/**
 * The guide's own Markdown, for MDX bodies and for the texts in YAML: links by reference, blanks, headings that are
 * links to themselves, tables without inline styles (the content security policy refuses those).
 */
import { satteriHeadingIdsPlugin } from '@astrojs/markdown-satteri'
import { defineHastPlugin, markdownToHtml, type HastPluginList } from 'satteri'
import { withBase, type Targets } from './addresses.ts'
import type { Manuscript } from './manuscript.ts'
import { entriesOf } from './manuscript.ts'

/** `kind:id`, where the kind is one of the guide's, or `code:file#region`. */
export const REFERENCE =
  /^(?:(section|question|concept|story|sheet|path|ask|flag|blank|why|claim):([a-z0-9-]+)|code:[\w./-]+#[a-z0-9-]+)$/

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
  return [satteriHeadingIdsPlugin(), headingLinks, tableAlignment, reachableCode, () => references(options())]
}

/** Markdown of one line or a few paragraphs, as YAML fields hold it, to HTML. */
export function inlineMarkdown(text: string, options: MarkdownOptions): string {
  const { html } = markdownToHtml(text, {
    features: { smartPunctuation: true },
    hastPlugins: [tableAlignment, references(options)],
  })
  const paragraph = /^<p>([\s\S]*?)<\/p>\s*$/.exec(html)
  return paragraph && !paragraph[1]?.includes('<p>') ? (paragraph[1] ?? '') : html
}

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

/** Code that is broader than a phone scrolls in its own box, which the keyboard must reach. */
const reachableCode = defineHastPlugin({
  name: 'reachable-code',
  element: {
    filter: ['pre'],
    visit(node, context) {
      context.setProperty(node, 'tabIndex', 0)
    },
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
