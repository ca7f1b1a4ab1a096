/**
 * Loads what takes the date of the interview when somebody turns to its form on the home page: a first visit shall not
 * pay for it. What is sent sooner waits for it; where it cannot be had, the page that always has the form is opened.
 */
const form = document.querySelector<HTMLFormElement>('practice-home form')
const load = () => import('./take-date.ts')
form?.addEventListener('focusin', () => void load().catch(() => undefined), { once: true })
form?.addEventListener('submit', (event) => {
  if (!form.closest('interview-date:not(:defined)')) return
  event.preventDefault()
  load().then(
    () => form.requestSubmit(),
    () => (location.href = form.action),
  )
})
