import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSource } from '../../../src/source/open-source.ts'
import { changes, done, editOf, expectRoundTrip, seeded, texts } from '../texts.ts'
import { file, writers } from './literals.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 300)

/** Terraform composes every text, so that no other can reach it. */
const composed = texts.map((text) => text.normalize('NFC'))

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
