/** Tells the candidate's screen in the same browser where the interview is, also where nothing can be stored. */
import { safeParse, nullable } from 'valibot'
import { mock, type Mock } from '../mock.ts'

const NAME = `prep:${import.meta.env.BASE_URL}:mock`
const ASKED = 'where'

function open(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(NAME)
  } catch {
    // Blocked together with storage.
    return undefined
  }
}

/** Says where the interview is, now, and whenever a screen asks. Call what is returned after each change. */
export function announce(running: () => Mock | undefined): () => void {
  const channel = open()
  const tell = () => channel?.postMessage(running() ?? null)
  channel?.addEventListener('message', ({ data }) => {
    if (data === ASKED) tell()
  })
  tell()
  return tell
}

/** Hears where the interview is, until what is returned is called; undefined when none runs. */
export function hear(listener: (running: Mock | undefined) => void): () => void {
  const channel = open()
  channel?.addEventListener('message', ({ data }) => {
    const parsed = safeParse(nullable(mock), data)
    if (parsed.success) listener(parsed.output ?? undefined)
  })
  channel?.postMessage(ASKED)
  return () => channel?.close()
}
