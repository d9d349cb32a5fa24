/** What may stand before a value on its line, and after it. */
const before = /(?:^|[:\-[{,?]\s*|\s)$/
const after = /^\s*(?:$|[,\]}]|\s#)/

/**
 * Puts harmless letters in place of the keywords that auth0-deploy-cli replaces before it parses, where YAML
 * itself could not read them: `time_step: @@STEP@@`, `twilio_token: ##TOKEN##`.
 *
 * @returns a text as long as the original; only what stands unquoted differs in meaning
 */
export const readableYaml = (text: string): string =>
  /@@|##/.test(text) ? text.replace(/^.*(?:@@|##).*$/gm, readableLine) : text

function readableLine(line: string): string {
  const keyword = /@@[^@\s"'\\{}[\],:]+@@|##[^#\s"'\\{}[\],:]+##/g
  let readable = ''
  let copied = 0
  for (const { 0: found, index } of line.matchAll(keyword)) {
    readable += line.slice(copied, index)
    copied = index + found.length
    const isValue = found.startsWith('@')
      ? before.test(readable) && after.test(line.slice(copied))
      : readable.trim() !== '' && !/(?:^|\s)#/.test(readable)
    readable += isValue ? 'x'.repeat(found.length) : found
  }
  return readable + line.slice(copied)
}

/** Whether all of an unquoted scalar will be replaced. */
export const isKeyword = (source: string): boolean =>
  /^(?:@@[^@\s"'\\{}[\],:]+@@|##[^#\s"'\\{}[\],:]+##)$/.test(source)
