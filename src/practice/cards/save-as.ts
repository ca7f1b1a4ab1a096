/** Hands a text to the browser as a file to be saved. */
export function saveAs(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  Object.assign(document.createElement('a'), { href, download: name }).click()
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
