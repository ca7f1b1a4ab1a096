/**
 * Fetches what it takes to tell a story, or to choose one for each question: when the button `data-wakes` is pointed at,
 * focused or pressed, when the address names the editor, and when this browser keeps something of it already. Until then
 * these pages are read without a script. Pages with such a button fetch this, and nothing else at once.
 */
const button = document.querySelector<HTMLButtonElement>('[data-wakes]')
if (button) {
  const { wakes = '', kept, holds } = button.dataset
  const unloaded = button.parentElement?.querySelector<HTMLElement>('[data-unloaded]')
  const wake = async (isPressed = false) => {
    button.toggleAttribute('data-busy', isPressed)
    const isLoaded = await (wakes === 'own-story' ? import('./tell-story.ts') : import('./plan-uses.ts')).catch(() => 0)
    button.toggleAttribute('data-busy', false)
    if (unloaded) unloaded.hidden = !!isLoaded
    if (isLoaded && isPressed) button.click()
  }
  const wakeAsked = () => {
    let text: string | null = ''
    try {
      // Keys and texts are documented in `kit/storage/`.
      text = localStorage.getItem(`prep:${import.meta.env.BASE_URL}:${kept}`)
    } catch {
      // Blocked storage: nothing can have been kept.
    }
    if (location.hash.startsWith('#own') || text?.includes(`"${holds}":`)) void wake()
  }
  // Once the element is there, it hears the button itself.
  for (const intent of ['pointerenter', 'focus', 'click'])
    button.addEventListener(intent, () => void (customElements.get(wakes) ?? wake(intent === 'click')))
  if (button.hasAttribute('data-pressed')) void wake(true)
  wakeAsked()
  for (const moment of ['hashchange', 'pageshow', 'storage']) addEventListener(moment, wakeAsked)
}
