/** The theme button. It goes from what the system has to its opposite, to the other, and back to the system's. */
import { THEME_KEY } from './theme-boot.ts'

const root = document.documentElement
const names = { light: 'Light', dark: 'Dark', system: 'Auto' } as const
type Theme = keyof typeof names

const themeButton = document.getElementById('theme')
const current = (): Theme =>
  root.dataset['theme'] === 'light' || root.dataset['theme'] === 'dark' ? root.dataset['theme'] : 'system'

function show(theme: Theme) {
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  themeButton?.setAttribute('aria-label', `Theme: ${names[theme]}`)
  // On a phone the style sheet leaves the first word out, and the disc says whose state it is.
  themeButton?.lastChild?.replaceWith(` ${names[theme]}`)
}

/** The opposite first, because one sees it. */
function next(theme: Theme): Theme {
  const [opposite, same] = matchMedia('(prefers-color-scheme:dark)').matches ? LIGHT_DARK : DARK_LIGHT
  return theme === 'system' ? opposite : theme === opposite ? same : 'system'
}
const LIGHT_DARK = ['light', 'dark'] as const
const DARK_LIGHT = ['dark', 'light'] as const

/** Takes the theme that was chosen on another page: in another tab, or before "Back" brought this one up again. */
function takeKept() {
  try {
    const kept = localStorage.getItem(THEME_KEY)
    show(kept === 'light' || kept === 'dark' ? kept : 'system')
  } catch {
    // Blocked storage: the choice of this page stays.
  }
}

show(current())
themeButton?.addEventListener('click', () => {
  const chosen = next(current())
  show(chosen)
  try {
    localStorage.setItem(THEME_KEY, chosen)
  } catch {
    // Blocked storage: the choice holds until the page is left.
  }
})
addEventListener('storage', takeKept)
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) takeKept()
})
