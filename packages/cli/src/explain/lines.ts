/** UTF-16 units of the longest line that is read; an event of Auth0's log has some thousand. */
const longestLine = 1_000_000

/**
 * Hands over each line of a stream of UTF-8, without its line end (LF or CRLF). Never holds more than a
 * piece of the stream and one line.
 *
 * @param onLine gets undefined for a line that is too long to be read
 */
export async function eachLine(
  stream: AsyncIterable<Uint8Array>,
  onLine: (line: string | undefined) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let begun = ''
  let tooLong = false
  for await (const piece of stream) {
    const text = decoder.decode(piece, { stream: true })
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      tooLong ||= begun.length + end - start > longestLine
      const rest = text.slice(start, end)
      onLine(tooLong ? undefined : withoutReturn(begun === '' ? rest : begun + rest))
      begun = ''
      tooLong = false
      start = end + 1
    }
    tooLong ||= begun.length + text.length - start > longestLine
    begun = tooLong ? '' : begun + text.slice(start)
  }
  begun += decoder.decode()
  if (tooLong) onLine(undefined)
  else if (begun !== '') onLine(withoutReturn(begun))
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line)
