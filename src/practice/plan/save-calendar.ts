/** Hands a calendar to the browser as a file to be saved; a phone offers to add its entries. */
export function saveCalendar(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href, download: name }).click()
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
