/** Waiting for a decoder that has enough to do. */

/** Packets that wait for a decoder, at most. */
const MOST_WAITING = 16;

/** Resolves when the decoder has taken most of its packets; also when it fails, which empties the queue. */
export async function roomIn(decoder: VideoDecoder | AudioDecoder): Promise<void> {
  while (decoder.decodeQueueSize >= MOST_WAITING)
    await new Promise((resolve) => decoder.addEventListener('dequeue', resolve, { once: true }));
}
