/** What authors may write in MDX: the parts that `manuscript/kinds.ts` names, and Markdown's tables. */
import Checked from './Checked.astro'
import Code from './Code.astro'
import Picture from '../picture/Picture.astro'
import Pitch from './Pitch.astro'
import Positioning from './Positioning.astro'
import RedFlags from './RedFlags.astro'
import type { PROSE_PARTS } from '../../manuscript/kinds.ts'
import Table from '../../ui/Table.astro'

const parts: Record<(typeof PROSE_PARTS)[number], unknown> = { Checked, Code, Picture, Pitch, Positioning, RedFlags }

export const prose = { ...parts, table: Table }
