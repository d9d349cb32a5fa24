/**
 * Texts in quotes, operators, signs, and words with whatever LiquidJS lets stand in them. Blanks between them mean
 * nothing, or the tree that is compared afterwards would be another one.
 */
const token =
  /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|==|!=|<=|>=|\.\.|[<>=|:,()[\]]|[^\s'"<>=!|:,()[\]]+|\S/gsu

/**
 * One canonical way to write what stands between the name of a tag and its end, or inside an output: single blanks
 * between values and operators, none before `,` and `:` and inside brackets, single quotes where the text has none.
 */
export function formatArguments(text: string): string {
  let result = ''
  let last = ''
  for (const [part] of text.matchAll(token)) {
    result += (result !== '' && needsBlank(last, part, text) ? ' ' : '') + straight(part)
    last = part
  }
  return result
}

function needsBlank(before: string, part: string, text: string): boolean {
  if (/^[,:)\]]$/.test(part) || /^[([]$/.test(before)) return false
  if (part === '..' || before === '..') return false
  // `name[0]` is one value, and so is `['name'].first`.
  if (part === '[') return !text.includes(`${before}[`)
  return !(before === ']' && part.startsWith('.'))
}

/** `"nl"` → `'nl'` */
const straight = (part: string): string =>
  part.startsWith('"') && part.endsWith('"') && !/['\\]/.test(part)
    ? `'${part.slice(1, -1)}'`
    : part
