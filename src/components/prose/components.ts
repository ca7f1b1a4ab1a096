/** What authors may write in MDX; the names are held against the words by `manuscript/body.ts`. */
import Checked from './Checked.astro'
import Code from './Code.astro'
import Picture from '../picture/Picture.astro'
import Pitch from './Pitch.astro'
import Positioning from './Positioning.astro'
import RedFlags from './RedFlags.astro'
import Table from './Table.astro'

export const prose = { Checked, Code, Picture, Pitch, Positioning, RedFlags, table: Table }
