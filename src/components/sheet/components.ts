/**
 * What authors may write in a sheet: the parts that `manuscript/kinds.ts` names, and Markdown's tables. The page adds
 * `ChosenAsks`, which knows of the practice.
 */
import Pitch from '../prose/Pitch.astro'
import Positioning from '../prose/Positioning.astro'
import type { SHEET_PARTS } from '../../manuscript/kinds.ts'
import Table from '../../ui/Table.astro'
import Column from './Column.astro'
import Drawing from './Drawing.astro'
import FlagLines from './FlagLines.astro'
import Logistics from './Logistics.astro'
import Messages from './Messages.astro'
import Panel from './Panel.astro'
import StoryLines from './StoryLines.astro'

const parts: Record<Exclude<(typeof SHEET_PARTS)[number], 'ChosenAsks'>, unknown> = {
  Column,
  Drawing,
  Logistics,
  Messages,
  Panel,
  Pitch,
  Positioning,
  RedFlags: FlagLines,
  StoryLines,
}

export const sheetParts = { ...parts, table: Table }
