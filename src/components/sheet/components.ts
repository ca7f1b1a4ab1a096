/** What authors may write in a sheet; the names are held against the words by `manuscript/body.ts`. */
import Pitch from '../prose/Pitch.astro'
import Positioning from '../prose/Positioning.astro'
import ChosenAsks from './ChosenAsks.astro'
import Drawing from './Drawing.astro'
import FlagLines from './FlagLines.astro'
import Logistics from './Logistics.astro'
import Messages from './Messages.astro'
import Panel from './Panel.astro'
import StoryLines from './StoryLines.astro'

export const sheetParts = {
  ChosenAsks,
  Drawing,
  Logistics,
  Messages,
  Panel,
  Pitch,
  Positioning,
  RedFlags: FlagLines,
  StoryLines,
}
