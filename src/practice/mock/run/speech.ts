/** Reads texts out with the voice of the browser, when asked to; stops when the page is left. */

export const canSpeak = () => 'speechSynthesis' in window

/** Speaks one text after the other in place of what is being said; calls `done` when it ends or is stopped. */
export function speak(texts: readonly string[], done: () => void): void {
  hush()
  const last = texts.length - 1
  for (const [at, text] of texts.entries()) {
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'en'
    words.onerror = done
    if (at === last) words.onend = done
    speechSynthesis.speak(words)
  }
}

export function hush(): void {
  if (canSpeak()) speechSynthesis.cancel()
}

// A page that is left goes on talking otherwise.
addEventListener('pagehide', hush)
