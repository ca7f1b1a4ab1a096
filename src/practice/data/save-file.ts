/** `<save-file>`: saves everything as one file. */
import { part, onPress, say, sayOnly } from './parts.ts'
import { saveCopy } from './save-copy.ts'

class SaveFile extends HTMLElement {
  connectedCallback() {
    part(this, 'use').hidden = false
    onPress(this, 'save', () => {
      const saved = saveCopy()
      if (saved) say(part(this, 'file'), `${saved.name}, ${saved.size}`)
      sayOnly(this, saved ? 'saved' : 'empty')
    })
  }
}

customElements.define('save-file', SaveFile)
