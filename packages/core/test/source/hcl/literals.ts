// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's interpolations look so.

/** The literals of HCL, written by the rules of its specification; undefined where one cannot hold a text. */
export const writers: Readonly<Record<string, (text: string) => string | undefined>> = {
  'a quoted text': (text) => {
    const simple: Readonly<Record<string, string>> = {
      '\n': '\\n',
      '\r': '\\r',
      '"': '\\"',
      '\\': '\\\\',
    }
    let written = ''
    for (let index = 0; index < text.length; index++) {
      const character = text[index]!
      const isSign = character === '$' || character === '%'
      if (isSign && text[index + 1] === '{') written += character + character
      else if (isSign) written += `\\u00${character === '$' ? '24' : '25'}`
      else written += simple[character] ?? character
    }
    return `"${written}"`
  },
  'escapes alone': (text) => {
    const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
    const written = [...text].map((character) => {
      const code = character.codePointAt(0)!
      return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`
    })
    return `"${written.join('')}"`
  },
  'a heredoc': (text) => inHeredoc(text, '<<', ''),
  'an indented heredoc': (text) => {
    const filled = text.split('\n').filter((line) => line.trim() !== '')
    const isFlush = filled.some((line) => !/^[\s\u0085]/.test(line)) || filled.length === 0
    // What begins with a byte order mark: JavaScript takes that for white space, Go does not.
    return isFlush && !text.includes('\ufeff') ? inHeredoc(text, '<<-', '      ') : undefined
  },
}

function inHeredoc(text: string, opening: string, margin: string): string | undefined {
  if (/\r|[$]{2,}\{|%{2,}\{/.test(text) || (text !== '' && !text.endsWith('\n'))) return undefined
  if (/^\s*END\s*$/m.test(text)) return undefined
  const escaped = text.replace(/[$%]\{/g, (found) => found[0] + found)
  const lines = escaped.split('\n').slice(0, -1)
  const written = lines.map((line) => (/[^\s\u0085]/.test(line) ? margin + line : line))
  return `${opening}END\n${written.map((line) => `${line}\n`).join('')}${margin}END`
}

/** A resource with such a literal for its template. */
export const file = (literal: string): string => `# "a comment"
resource "auth0_connection" "sms" {
  strategy = "sms"
  name     = "sms" /* { */
  options {
    from = "\${var.sender}" // }
    template = ${literal}
    totp { length = 6 }
  }
}
`
