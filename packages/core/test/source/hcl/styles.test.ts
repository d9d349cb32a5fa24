// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform's interpolations look so.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSource } from '../../../src/source/open-source.ts'
import { changes, done, editOf, expectRoundTrip, seeded, texts } from '../texts.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 300)

/** Terraform composes every text, so that no other can reach it. */
const composed = texts.map((text) => text.normalize('NFC'))

/** The literals of HCL, written by the rules of its specification; undefined where one cannot hold a text. */
const writers: Readonly<Record<string, (text: string) => string | undefined>> = {
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

const file = (literal: string): string => `# "a comment"
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

const opened = async (host: string) => {
  const { templates, connections } = (await openSource('main.tf', host))!
  return { template: templates[0], connection: connections[0]! }
}

describe.each(Object.entries(writers))('a template written as %s', (_, write) => {
  it(
    'is read unit by unit, and every edit reads back',
    async () => {
      const ends = fc.constantFrom('', '\n')
      const property = fc.asyncProperty(
        composed,
        ends,
        fc.boolean(),
        changes,
        async (made, end, crlf, change) => {
          const plain = (made + end).normalize('NFC')
          const literal = write(plain)
          fc.pre(literal !== undefined)
          const lines = file(literal)
          const host = crlf ? lines.replaceAll('\n', '\r\n') : lines
          const text = crlf && literal.startsWith('<<') ? plain.replaceAll('\n', '\r\n') : plain
          const { template, connection } = await opened(host)
          expect(connection.problems).toEqual([])
          expect(template?.text).toBe(text)
          expectRoundTrip(template!, host)

          const edit = editOf(text, change)
          const wanted = done(text, edit)
          const inHost = template!.toHostEdit(edit)
          const isText = wanted.normalize('NFC') === wanted && !/\p{Cs}/u.test(wanted)
          if (inHost === undefined) {
            expect([wanted, isText]).toEqual([wanted, false])
            return
          }
          const after = await opened(done(host, inHost))
          expect(after.template?.text).toBe(wanted)
          expect(after.connection.problems).toEqual([])
          const rest = (value: unknown): unknown =>
            JSON.parse(JSON.stringify(value, (key, inner) => (key === 'template' ? 0 : inner)))
          expect(rest(after.connection.value)).toEqual(rest(connection.value))
        },
      )
      await fc.assert(property, { numRuns: runs, ...seeded })
    },
    20_000 + runs * 10,
  )
})
