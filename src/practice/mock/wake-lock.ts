/** Keeps the screen awake where the browser offers that. Nothing depends on it: the countdown keeps ends. */
export class WakeLock {
  #wanted = false
  #lock: Promise<WakeLockSentinel | undefined> | undefined

  constructor() {
    // The browser takes the lock away from a hidden page.
    document.addEventListener('visibilitychange', () => {
      this.#lock = undefined
      this.#ask()
    })
  }

  /** Asks for the lock or lets it go; the same wish twice does nothing. */
  want(wanted: boolean): void {
    this.#wanted = wanted
    if (wanted) {
      this.#ask()
      return
    }
    void this.#lock?.then((lock) => lock?.release())
    this.#lock = undefined
  }

  #ask() {
    if (!this.#wanted || this.#lock || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    // Refused when the battery is low, for example.
    this.#lock = navigator.wakeLock.request('screen').catch(() => undefined)
  }
}
