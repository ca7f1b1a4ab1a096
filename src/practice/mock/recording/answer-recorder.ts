/** Records one answer at a time with the microphone, and keeps it while it grows. */
import { recordings, type Recording } from './recording-store.ts'

/**
 * What the recorder does, or why it does not: `denied` by the browser or its user, no microphone `missing` from the
 * device, `failed` for another reason; `held` when the recording is there but not kept.
 */
export type RecorderState = 'idle' | 'asking' | 'recording' | 'kept' | 'held' | 'denied' | 'missing' | 'failed'

/** How often a growing recording is kept, in milliseconds: closing the tab loses no more. */
const PIECE = 1000

export class AnswerRecorder {
  readonly #tell: (state: RecorderState) => void
  #stopNow: (() => Promise<void>) | undefined
  /** Counts the starts: one that was stopped while it asked for the microphone must not begin. */
  #turn = 0
  #isAsking = false

  constructor(tell: (state: RecorderState) => void) {
    this.#tell = tell
  }

  /** Starts to record the answer to a question. */
  async start(mock: string, question: string): Promise<void> {
    await this.stop()
    const turn = ++this.#turn
    this.#isAsking = true
    this.#tell('asking')
    let stream: MediaStream | undefined
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      if (turn !== this.#turn) silence(stream)
      else this.#record(stream, { id: `${mock}/${question}`, mock, question })
    } catch (error) {
      if (stream) silence(stream)
      if (turn === this.#turn) this.#tell(reasonOf(error))
    } finally {
      if (turn === this.#turn) this.#isAsking = false
    }
  }

  /** Stops and keeps what was recorded. */
  async stop(): Promise<void> {
    this.#turn++
    const wasAsking = this.#isAsking
    this.#isAsking = false
    if (this.#stopNow) await this.#stopNow()
    else if (wasAsking) this.#tell('idle')
  }

  #record(stream: MediaStream, place: Pick<Recording, 'id' | 'mock' | 'question'>) {
    const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 })
    const pieces: Blob[] = []
    const began = Date.now()
    let keeping = Promise.resolve(true)
    recorder.ondataavailable = ({ data }) => {
      if (data.size === 0) return
      pieces.push(data)
      const recording = { ...place, ms: Date.now() - began, sound: new Blob(pieces, { type: recorder.mimeType }) }
      keeping = keeping.then(() => recordings.put(recording))
    }
    const ended = new Promise<void>((resolve) => {
      recorder.onstop = () => {
        this.#stopNow = undefined
        silence(stream)
        void keeping.then((kept) => {
          this.#tell(kept ? 'kept' : 'held')
          resolve()
        })
      }
    })
    recorder.start(PIECE)
    this.#stopNow = () => {
      if (recorder.state !== 'inactive') recorder.stop()
      return ended
    }
    this.#tell('recording')
  }
}

export const canRecord = () => 'MediaRecorder' in window && 'mediaDevices' in navigator

function silence(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}

function reasonOf(error: unknown): RecorderState {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' ? 'missing' : 'failed'
}
