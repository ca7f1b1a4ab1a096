/** Copy buttons on commands and samples, not on what a command answers. Fetched by pages that have code. */
import css from '../../styles/copy.css?inline'

/** What can be copied: samples in the text, and whole files. */
const SAMPLES = ':is(.prose, .code) > pre:not(.output), .source'

/** How long a button says what it did, in milliseconds. */
const SAID = 2000

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

for (const sample of document.querySelectorAll(SAMPLES)) {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy' })
  button.ariaLive = 'polite'
  button.textContent = 'Copy'
  sample.before(button)
}
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('.copy')
  if (button) void copy(button)
})

async function copy(button: Element) {
  const sample = button.nextElementSibling
  if (!sample) return
  try {
    await navigator.clipboard.writeText(textOf(sample))
    button.textContent = 'Copied'
  } catch {
    // No clipboard without https, or none allowed: what is selected can be copied by hand.
    getSelection()?.selectAllChildren(sample)
    button.textContent = 'Selected'
  }
  setTimeout(() => (button.textContent = 'Copy'), SAID)
}

/** The code as one would type it: the lines of a file without their numbers, commands without a prompt. */
function textOf(sample: Element): string {
  const lines = [...sample.querySelectorAll('.line')].map(({ textContent }) => textContent.replace(/\n$/, ''))
  const text = lines.length > 0 ? lines.join('\n') : sample.textContent
  return (sample.matches('.language-sh') ? text.replace(/^\$ /gm, '') : text).trimEnd()
}
