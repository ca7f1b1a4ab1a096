/** The editor of a story with all that it stands on. `wake-stories.ts` fetches this. */
import practice from '../../styles/practice.css?inline'
import fillBlank from '../blanks/fill-blank.css?inline'
import ownStory from './own-story.css?inline'
import '../blanks/blanks-tally.ts'
import '../blanks/fill-blank.ts'
import '../blanks/show-blanks.ts'
import '../notice/storage-notice.ts'
import './own-story.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(practice + fillBlank + ownStory)
document.adoptedStyleSheets.push(sheet)
