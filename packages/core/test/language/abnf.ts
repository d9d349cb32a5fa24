/** A reader of ABNF (RFC 5234 with RFC 7405), enough for docs/domains.md: rules as regular expressions. */

const core: Readonly<Record<string, string>> = {
  ALPHA: '[A-Za-z]',
  DIGIT: '[0-9]',
  SP: ' ',
  HTAB: '\\t',
}

const tokens =
  /(?<blank>\s+|;.*)|(?<exact>%s)?"(?<text>[^"]*)"|%x(?<from>[0-9A-F]+)(?:-(?<to>[0-9A-F]+))?|<(?<prose>[^>]*)>|(?<repeat>\d*\*\d*|\d+)|(?<name>[A-Za-z][\w-]*)|(?<mark>[()[\]/])/gy

type Token = Record<string, string | undefined>

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const eitherCase = (text: string): string =>
  escaped(text).replace(/[a-z]/gi, (c) => `[${c.toLowerCase()}${c.toUpperCase()}]`)

/**
 * The regular expressions of all rules of a grammar.
 * @param prose what stands for the rules that are told in words, by rule name
 */
export function readAbnf(
  text: string,
  prose: Readonly<Record<string, string>>,
): (rule: string) => RegExp {
  const rules = new Map(
    text
      .split(/\n(?=\S)/)
      .map((rule) => /^([\w-]+)\s*=\s*([\s\S]*)$/.exec(rule.trim()))
      .filter((match) => match !== null)
      .map(([, name, body]) => [name!, body!]),
  )
  const sourceOf = (name: string): string => {
    const known = core[name] ?? prose[name]
    if (known !== undefined) return `(?:${known})`
    const body = rules.get(name)
    if (body === undefined) throw new Error(`no rule ${name}`)
    return alternation(tokenize(body))
  }

  function alternation(rest: Token[]): string {
    const options = [concatenation(rest)]
    while (rest[0]?.mark === '/') {
      rest.shift()
      options.push(concatenation(rest))
    }
    return `(?:${options.join('|')})`
  }

  function concatenation(rest: Token[]): string {
    let source = ''
    while (rest.length > 0 && !['/', ')', ']'].includes(rest[0]!.mark ?? '')) source += item(rest)
    return source
  }

  function item(rest: Token[]): string {
    const token = rest.shift()!
    if (token.repeat !== undefined) return item(rest) + quantifier(token.repeat)
    if (token.text !== undefined)
      return `(?:${token.exact ? escaped(token.text) : eitherCase(token.text)})`
    if (token.from !== undefined) return `[\\u{${token.from}}-\\u{${token.to ?? token.from}}]`
    if (token.name !== undefined) return sourceOf(token.name)
    if (token.prose !== undefined) throw new Error(`nothing stands for <${token.prose}>`)
    const inner = alternation(rest)
    rest.shift()
    return token.mark === '[' ? `${inner}?` : inner
  }

  return (rule) => new RegExp(`^${sourceOf(rule)}$`, 'u')
}

function quantifier(written: string): string {
  const [min = '', max] = written.split('*')
  return max === undefined ? `{${min}}` : `{${min || 0},${max}}`
}

function tokenize(body: string): Token[] {
  const found = [...body.matchAll(tokens)]
  const length = found.reduce((sum, match) => sum + match[0].length, 0)
  if (length !== body.length) throw new Error(`cannot read ABNF at: ${body.slice(length)}`)
  return found.map((match) => match.groups as Token).filter((token) => token.blank === undefined)
}
