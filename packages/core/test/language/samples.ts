import fc from 'fast-check'
import type { Grammar } from '../../src/language/grammar.ts'

/** Texts that belong to a grammar; unbounded repetitions are kept short. */
export function textsOf(grammar: Grammar): fc.Arbitrary<string> {
  if (typeof grammar === 'string') return fc.constant(grammar)
  switch (grammar.type) {
    case 'words':
      return fc.constantFrom(...grammar.words)
    case 'chars':
      return fc
        .oneof(...grammar.ranges.map(([min, max]) => fc.integer({ min, max })))
        .map((point) => String.fromCodePoint(point))
    case 'sequence':
      return fc.tuple(...grammar.parts.map(textsOf)).map((parts) => parts.join(''))
    case 'choice':
      return fc.oneof(...grammar.options.map(textsOf))
    case 'repeat':
      return fc
        .array(textsOf(grammar.body), {
          minLength: grammar.min,
          maxLength: Math.min(grammar.max, grammar.min + 3),
        })
        .map((parts) => parts.join(''))
  }
}

const characters = [...'aAbB-_,;q=01.*# \txXuU9é😀']

/** The texts of an arbitrary, often with one character put in, taken out or replaced. */
export const damaged = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.nat(60), fc.integer({ min: 0, max: 1 }), fc.constantFrom('', ...characters))
    .map(([text, at, removed, added]) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + added + text.slice(start + removed)
    })

/** Texts of the characters that language values are made of. */
export const headerLike: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...characters),
  maxLength: 24,
})

/** Any text, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0x10ffff)), { maxLength: 12 })
  .map((points) => String.fromCodePoint(...points))
