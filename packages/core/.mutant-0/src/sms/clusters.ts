import { bodyLimit, capacity, segment } from './segment.ts'

/**
 * How many segments a text takes where the sender keeps whatever people see as one character together
 * (an emoji of several code points, a letter and its accents), as Twilio's own calculator assumes; the
 * standard does not ask for it and nothing public says what Twilio's platform does
 * (https://github.com/TwilioDevEd/message-segment-calculator). A cluster longer than a segment is cut.
 *
 * @returns undefined where it is the number that `segment` gives, and for a text that is too long to send.
 */
export function segmentsIfClustersKept(text: string): number | undefined {
  // Intl.Segmenter may take more than linear time, so it never sees a text that Twilio would refuse.
  if (text.length > bodyLimit) return undefined
  const plain = segment(text)
  if (plain.encoding === 'GSM-7' || plain.segments < 2) return undefined
  const size = capacity['UCS-2'].concatenated
  let segments = 1
  let used = 0
  for (const { segment: cluster } of new Intl.Segmenter('en').segment(text)) {
    for (const piece of cluster.length > size ? cluster : [cluster]) {
      if (used + piece.length > size) {
        segments++
        used = 0
      }
      used += piece.length
    }
  }
  return segments === plain.segments ? undefined : segments
}
