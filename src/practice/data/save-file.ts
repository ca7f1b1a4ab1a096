/** `<save-file>`: saves everything as one file. */
import { DataPanel } from './data-panel.ts'

class SaveFile extends DataPanel {
  protected start() {
    this.find('use').hidden = false
    this.press('save', () => this.save())
  }
}

customElements.define('save-file', SaveFile)
