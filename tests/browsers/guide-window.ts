/** A window of a browser with the guide in it, whichever way the browser is driven, and what opens such windows. */
import type { Paper, Sheet } from '../site/pdf.ts'

export interface GuideWindow {
  /** Opens a page by its address from the root of the site and waits until it has loaded. */
  open(address: string): Promise<void>
  reload(): Promise<void>
  /** Sets the size of the page's view, in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  /** Runs a function in the page; value and result are what JSON can carry. */
  run<Value, Result>(work: (value: Value) => Result, value: Value): Promise<Result>
  /** Clicks on the first visible element of a selector, that contains the text if one is given; waits for it. */
  click(selector: string, text?: string): Promise<void>
  /** Types as on a keyboard, into whatever has the focus. */
  type(text: string): Promise<void>
  press(key: Key): Promise<void>
  /** Chooses a file in a file field. */
  choose(selector: string, path: string): Promise<void>
  /** Clicks as `click` does, and returns the text of the file that is saved by it. */
  save(selector: string, text: string): Promise<string>
  print(paper: Paper): Promise<Sheet[]>
  /** What the console said and the security policy refused since the window was opened. */
  complaints(): Promise<readonly string[]>
  close(): Promise<void>
}

export type Key = 'Enter' | 'Tab' | 'ArrowDown' | 'Escape' | 'Space'

/** A running browser, or what starts one for each window. */
export interface Windows {
  /** Opens a window without a past: nothing is kept in it. */
  open(root: string): Promise<GuideWindow>
  close(): Promise<void>
}

/** How long one waits for what a click or a key brings about, in milliseconds. */
export const PATIENCE = 15_000
