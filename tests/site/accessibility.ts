/** What axe finds wrong with a page as it stands, one line for each element. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everything that axe knows to look for. */
export const barriers = (page: Page) => found(new AxeBuilder({ page }).withTags(STANDARDS))

/** What a change of theme alone can spoil. */
export const faintColours = (page: Page) => found(new AxeBuilder({ page }).withRules(['color-contrast']))

/**
 * What a change of theme or of width can spoil. Seen from the top of the page: further down the mock's clock stays in
 * view and lies over whatever was scrolled there, which is not what the rule for targets is after.
 */
export async function tightPlaces(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0))
  return found(new AxeBuilder({ page }).withRules(['color-contrast', 'scrollable-region-focusable', 'target-size']))
}

async function found(axe: AxeBuilder): Promise<string[]> {
  // The guide has no frames; this mode spares the blank page that axe would open for them.
  const { violations } = await axe.setLegacyMode(true).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
      return `${id} (${help}) ${target.join(' ')}: ${why}`
    }),
  )
}
