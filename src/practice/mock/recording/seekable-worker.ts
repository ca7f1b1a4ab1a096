/**
 * Writes a recording anew with its length and an index to seek by, neither of which Chromium's recorder writes: its
 * player would show no length and could not jump. The sound itself is copied as it is. Off the page's thread, which an
 * hour of speech would hold up for seconds.
 */
import {
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  seekable(data).then(
    (sound) => postMessage(sound),
    () => postMessage(undefined),
  )
})

/** The same sound, seekable. Throws where it is no WebM with one track of sound, or is damaged. */
async function seekable(sound: Blob): Promise<Blob> {
  const input = new Input({ source: new BlobSource(sound), formats: [WEBM] })
  const track = await input.getPrimaryAudioTrack()
  const codec = await track?.getCodec()
  const config = await track?.getDecoderConfig()
  if (!track || !codec || !config) throw new Error('no sound in it')
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const packets = new EncodedAudioPacketSource(codec)
  output.addAudioTrack(packets)
  await output.start()
  const begin = await track.getFirstTimestamp()
  let meta: EncodedAudioChunkMetadata | undefined = { decoderConfig: config }
  for await (const packet of new EncodedPacketSink(track).packets()) {
    await packets.add(packet.clone({ timestamp: packet.timestamp - begin }), meta)
    meta = undefined
  }
  await output.finalize()
  if (!target.buffer) throw new Error('nothing was written')
  return new Blob([target.buffer], { type: sound.type })
}
