import fc from 'fast-check'
import { Liquid } from 'liquidjs'
import { expect, it } from 'vitest'
import { openTemplate } from '../src/check/open-template.ts'
import { openSource, rules } from '../src/index.ts'
import { compile } from '../src/render/compile.ts'

// Templates without Liquid take short cuts, which must not show.

const numRuns = Number(process.env.CODEWORD_RUNS ?? 500)

const pieces = ['{', '}', '%', '}}', '%}', '-', ' ', '\n', '#', '|', "'", '“', '"', '=', '<', 'é👋']
const words = ['Your code: @@password@@', '@@code@@', '@@', 'if', 'else if', 'password', '{code}']

/** Whatever may stand in a text, but for the beginning of an output or a tag. */
const plainText = fc
  .array(fc.oneof(fc.constantFrom(...pieces, ...words), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join('').replace(/\{(?=[{%])/g, ''))

it('a text is rendered as LiquidJS renders it', () => {
  const liquid = new Liquid()
  fc.assert(
    fc.property(plainText, (source) => {
      const expected = String(liquid.parseAndRenderSync(source)).replaceAll('@@code@@', '123456')
      const result = compile(source)
      if (!result.ok) throw new Error(result.failure.message)
      const { compiled } = result
      expect(compiled.renderText({}, { code: '123456' })).toEqual({ ok: true, text: expected })
      const traced = compiled.render({}, { code: '123456' })
      if (!traced.ok) throw new Error(traced.failure.message)
      const { text, parts, arms } = traced.rendered
      expect([text, arms]).toEqual([expected, []])
      expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(expected)
      for (const { start, end, source: from, inserted } of parts)
        expect(text.slice(start, end)).toBe(
          inserted ? '123456' : source.slice(from.start, from.end),
        )
    }),
    { numRuns },
  )
})

it('a text that is too long is refused', () => {
  expect(compile('x'.repeat(100_001))).toMatchObject({ ok: false, failure: { kind: 'limit' } })
})

it('the rules about Liquid, which are not asked about a text, have nothing to say of it', async () => {
  const aboutLiquid = rules.filter((rule) => rule.on === 'template' && rule.about === 'liquid')
  expect(aboutLiquid.length).toBeGreaterThan(10)
  await fc.assert(
    fc.asyncProperty(plainText, async (source) => {
      const file = await openSource('otp.liquid', source)
      const { template, profile, analysis } = openTemplate(file!.templates[0]!)
      const position = () => ({ line: 1, column: 1 })
      for (const rule of aboutLiquid)
        if (rule.on === 'template')
          expect([
            ...rule.check({ template, profile, analysis, position, surroundings: {} }),
          ]).toEqual([])
    }),
    { numRuns },
  )
})
