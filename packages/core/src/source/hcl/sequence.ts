/**
 * Finds the end of a `${…}` or `%{…}`, whatever texts, braces and comments stand in it.
 *
 * @param start the offset after the opening brace
 * @returns the offset after the closing brace; undefined where it is missing
 */
export function afterSequence(host: string, start: number): number | undefined {
  const open: ('}' | '"')[] = ['}']
  const token = /[{}"\\\n#]|\/\/|\/\*|\$+\{|%+\{/g
  token.lastIndex = start
  while (open.length > 0) {
    const found = token.exec(host)?.[0]
    if (found === undefined) return undefined
    if (open.at(-1) === '"') {
      if (found === '\\') token.lastIndex++
      else if (found === '"') open.pop()
      else if (found === '\n') return undefined
      else if (found.length === 2 && found !== '//' && found !== '/*') open.push('}')
    } else if (found === '"') open.push('"')
    else if (found.endsWith('{')) open.push('}')
    else if (found === '}') open.pop()
    else if (found !== '\\' && found !== '\n')
      token.lastIndex = afterComment(host, token.lastIndex - found.length)
  }
  return token.lastIndex
}

/** The offset after the comment at an offset; the same offset where there is none. */
export function afterComment(host: string, start: number): number {
  const isBlock = host.startsWith('/*', start)
  if (!isBlock && host[start] !== '#' && !host.startsWith('//', start)) return start
  const found = host.indexOf(isBlock ? '*/' : '\n', isBlock ? start + 2 : start)
  if (found === -1) return host.length
  return isBlock ? found + 2 : found
}
