/**
 * Loads what takes the date of the interview when somebody turns to its form on the home page; a first visit shall not
 * pay for it. Once a date is set, the countdown is loaded in the same breath.
 */
const form = document.querySelector<HTMLFormElement>('practice-home form')

let loading: Promise<unknown> | undefined
const load = () =>
  (loading ??= import('./take-date.ts').catch(() => {
    // Without a connection, or after a new build: the page that always has the form.
    if (form) location.href = form.action
  }))

form?.addEventListener('focusin', () => void load(), { once: true })
form?.addEventListener('submit', (event) => {
  if (form.closest('interview-date:defined')) return
  event.preventDefault()
  void load().then(() => form.requestSubmit())
})
