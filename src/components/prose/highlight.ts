/** Colours code when the site is built: Prism, the highlighter that Astro uses for the samples in Markdown too. */
import { runHighlighterWithAstro } from '@astrojs/prism/dist/highlighter'

/** HTML of the code with Prism's classes, escaped. */
export async function highlight(code: string, language: string): Promise<string> {
  return (await runHighlighterWithAstro(language, code)).html
}
