import { decode, sizeLimit, type TextResult, tooLarge } from './decode.ts'
import { reasonFor } from './reason.ts'

/** Reads a stream such as standard input to its end, under the conditions of `readTextFile`. */
export async function readTextStream(stream: AsyncIterable<Uint8Array>): Promise<TextResult> {
  const pieces: Uint8Array[] = []
  let total = 0
  try {
    for await (const piece of stream) {
      total += piece.length
      if (total > sizeLimit) return { problem: tooLarge }
      pieces.push(piece)
    }
  } catch (error) {
    return { problem: reasonFor(error) }
  }
  return decode(Buffer.concat(pieces))
}
