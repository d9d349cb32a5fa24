import type { Fix } from '../../lint/diagnostic.ts'
import type { SyntaxProblem } from '../../syntax/tree.ts'
import { textOf } from '../../text/span.ts'
import { quoted } from './quoted.ts'

/** What is wrong and what to do about it, as the end of a sentence. */
export interface Advice {
  readonly what: string
  readonly fix?: Fix
}

/** Words for one thing that LiquidJS rejects. */
export function advise(source: string, problem: SyntaxProblem): Advice {
  const { code, name = '' } = problem
  const text = textOf(source, problem)
  const shown = quoted(text)
  switch (code) {
    case 'unclosed-tag':
      if (source.startsWith('{{', problem.end) && !/[%}]\s*$/.test(text))
        return { what: `${shown} has \`{{\` inside a tag. Write the variable alone` }
      return {
        what: `${shown} is never closed. End it with \`%}\``,
        fix: closeWith('%}', source, problem),
      }
    case 'unclosed-output':
      return {
        what: `${shown} is never closed. End it with \`}}\``,
        fix: closeWith('}}', source, problem),
      }
    case 'unclosed-block':
      return { what: `this \`${name}\` is never closed. Write \`{% end${name} %}\` where it ends` }
    case 'nameless-tag':
      return { what: `${shown} says nothing. Take it out, or write what it should do` }
    case 'stray-end':
      return {
        what: `\`${name}\` closes nothing. Take it out, or open \`${name.slice(3)}\` before it`,
      }
    case 'stray-branch':
      return {
        what: `\`${name}\` stands outside of ${branchHomes[name] ?? 'its block'}. Take it out, or put it back inside`,
      }
    case 'branch-after-else':
      return {
        what: `\`${name}\` stands after \`else\`, which takes everybody. Put it before \`else\``,
      }
    case 'unexpected-arguments':
      return {
        what: `${shown} is one too many, \`${name}\` stands alone. ${name === 'else' ? 'A branch with a test is `elsif`' : 'Take it out'}`,
      }
    case 'misplaced-tag':
      return { what: `\`${name}\` stands inside a block. Put it at the start of the template` }
    case 'too-deep':
      return { what: 'this is nested too deep. Put the languages side by side in one `case`' }
    case 'unknown-tag':
      return { what: `there is no tag \`${name}\`` }
    default:
      return { what: adviseReading(source, problem) }
  }
}

const branchHomes: Readonly<Record<string, string>> = {
  elsif: '`if` and `unless`',
  else: '`if`, `unless`, `case` and `for`',
  when: '`case`',
}

/** What the author probably meant by something that LiquidJS cannot read. */
function adviseReading(source: string, { start, end, detail = '' }: SyntaxProblem): string {
  const text = source.slice(start, end)
  const shown = quoted(text)
  if (/^\{[{%]/.test(text)) return `${shown} says nothing. Write a value in it`
  if (/@@/.test(text))
    return `${shown} cannot be read: a placeholder stands in the text, outside of \`{{ }}\` and \`{% %}\``
  if (detail === 'invalid range syntax')
    return 'Liquid has no parentheses. Nest two `if`s, or use `case`'
  if (detail === 'expected "="') return '`assign` wants a `=` after the name'
  if (text.startsWith(':')) return '`:` stands after filters only. Take it out'
  if (text.startsWith('=') && source[start - 1] === '=') return '`assign` wants one `=`, not two'
  if (detail === 'expected variable name' || detail === 'invalid capture name')
    return 'the name of the variable is missing'
  if (detail === 'expected "… in …"')
    return `${shown} cannot be read: a loop is \`for name in list\``
  if (detail === 'expected ":" after filter name')
    return /^[\w'"]/.test(text)
      ? `a \`:\` is missing between the filter and ${shown}`
      : `${shown} cannot be read behind a filter. Put the filtered value into a variable with \`assign\`, and test that`
  if (detail.startsWith('unexpected character'))
    return `${shown} cannot be read: a comma is missing between the values of a filter`
  return `${shown} cannot be read`
}

/** Puts the delimiter where the parser supposes the end; what stands there of it is replaced. */
function closeWith(delimiter: string, source: string, { start, end }: SyntaxProblem): Fix {
  const written = /[%}]*$/.exec(source.slice(start + 2, end))![0]
  const at = end - written.length
  const blank = /\s$/.test(source.slice(start, at)) ? '' : ' '
  return {
    title: `Add \`${delimiter}\``,
    safe: false,
    edits: [{ start: at, end, text: blank + delimiter }],
  }
}
