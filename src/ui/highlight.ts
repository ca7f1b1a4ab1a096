/** Colours code when the site is built: Prism, the highlighter that Astro uses for the samples in Markdown too. */
import { runHighlighterWithAstro } from '@astrojs/prism/dist/highlighter'

/** HTML of the code with Prism's classes, escaped. */
export async function highlight(code: string, language: string): Promise<string> {
  return (await runHighlighterWithAstro(language, code)).html
}

/** The same a line: a span that goes on over lines ends with each and begins again in the next. */
export async function highlightLines(code: string, language: string): Promise<string[]> {
  const open: string[] = []
  return (await highlight(code, language)).split('\n').map((line) => {
    const before = open.join('')
    for (const [tag] of line.matchAll(/<[^>]+>/g)) {
      if (tag.startsWith('</')) open.pop()
      else open.push(tag)
    }
    return `${before}${line}${'</span>'.repeat(open.length)}`
  })
}
