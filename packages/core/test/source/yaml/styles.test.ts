import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, type Scalar } from 'yaml'
import { parseYaml } from '../../../src/source/yaml/yaml-text.ts'
import { changes, done, editOf, expectRoundTrip, seeded, texts } from '../texts.ts'
import { loaded, type Tenant, written } from './tenant.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 300)

const path = ['connections', 1, 'options', 'template']

const isRight = (host: string, text: string): boolean => {
  try {
    return (parse(host) as Tenant).connections[1].options.template === text
  } catch {
    return false
  }
}

const styles: Readonly<Record<string, RegExp>> = {
  PLAIN: /[^'"|>]/,
  QUOTE_SINGLE: /'/,
  QUOTE_DOUBLE: /"/,
  BLOCK_LITERAL: /\|/,
  BLOCK_FOLDED: />/,
}

describe.each(Object.keys(styles))('a text written as %s', (style) => {
  it(
    'is read unit by unit, and every edit reads back',
    async () => {
      const hostile = fc.tuple(texts, fc.integer({ min: 2, max: 4 }), fc.boolean(), fc.boolean())
      const property = fc.asyncProperty(hostile, changes, async (made, change) => {
        const [text, indent, flow, crlf] = made
        const lines = written(text, style as Scalar.Type, indent, flow)
        const host = crlf ? lines.replaceAll('\n', '\r\n') : lines
        // The stringifier makes mistakes about question marks, and white space before a block's first line.
        fc.pre(isRight(host, text))
        const document = await parseYaml(host)
        expect(document.problem).toBeUndefined()
        expect(document.value).toEqual(parse(host))
        // Where a style cannot hold a text, the stringifier takes another one.
        fc.pre(styles[style]!.test(host[document.spanAt(path)!.start]!))
        const hosted = document.textAt(path)!
        expect(hosted.text).toBe(text)
        expectRoundTrip(hosted, host)

        const edit = editOf(text, change)
        const edited = done(host, hosted.toHostEdit(edit)!)
        const wanted = parse(host) as Tenant
        wanted.connections[1].options.template = done(text, edit)
        expect(parse(edited)).toEqual(wanted)
        if (loaded(host)?.connections[1].options.template !== text) return
        const reread = loaded(edited)
        if (reread !== undefined || !edited.includes('\r')) expect(reread).toEqual(wanted)
      })
      await fc.assert(property, { numRuns: runs, ...seeded })
    },
    20_000 + runs * 10,
  )
})
