import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseJson } from '../../../src/source/json/json-text.ts'
import { Lines } from '../../../src/text/lines.ts'
import { valueAt } from '../../../src/text/mistakes.ts'
import { cpuClock } from '../../cpu.ts'

const runs = Number(process.env.CODEWORD_RUNS ?? 200)

const accepted = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON with characters put in, taken out and doubled. */
const damaged = fc
  .tuple(
    fc.jsonValue({ maxDepth: 3 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:\\ \n\t\u0001/*-.e0tnu')), {
      maxLength: 3,
    }),
  )
  .map(([value, changes]) =>
    changes.reduce(
      (text, [at, removed, put]) => {
        const place = at % (text.length + 1)
        return text.slice(0, place) + put + text.slice(place + removed)
      },
      JSON.stringify(value, undefined, 1),
    ),
  )

/** Every path to a value, the root included. */
function* paths(value: unknown, path: (string | number)[] = []): Iterable<(string | number)[]> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) {
    const step = Array.isArray(value) ? Number(key) : key
    yield* paths(valueAt(value, [step]), [...path, step])
  }
}

describe('parseJson', () => {
  it('reads what JSON.parse reads, each value and key at its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(0, 1, '\t'), async (value, indent) => {
        const text = JSON.stringify(value, undefined, indent)
        const document = await parseJson(text)
        const plain = JSON.parse(text)
        expect(document.problem).toBeUndefined()
        expect(document.duplicateKeys).toEqual([])
        expect(document.value).toEqual(plain)
        for (const path of paths(plain)) {
          const { start, end } = document.spanAt(path)!
          expect(JSON.parse(text.slice(start, end))).toEqual(valueAt(plain, path))
          const key = document.keyAt(path)
          const last = path.at(-1)
          if (typeof last !== 'string') expect(key).toBeUndefined()
          else expect(JSON.parse(text.slice(key!.start, key!.end))).toBe(last)
          const found = valueAt(plain, path)
          expect(document.textAt(path)?.text).toBe(typeof found === 'string' ? found : undefined)
        }
      }),
      { numRuns: runs },
    )
  })

  it('finds a problem exactly where JSON.parse refuses', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        const { problem } = await parseJson(text)
        expect([text, problem === undefined]).toEqual([text, accepted(text)])
        if (problem === undefined) return
        expect(problem.start).toBeGreaterThanOrEqual(0)
        expect(problem.end).toBeGreaterThanOrEqual(problem.start)
        expect(problem.end).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: runs * 5, examples: [['/*']] },
    )
  })
})

test.each([
  ['{"a": 1,}', 1, 9, 'a key in double quotes belongs here'],
  ['{"a" 1}', 1, 6, 'a colon belongs before this'],
  ['{"a": 1 "b": 2}', 1, 9, 'a comma belongs before this'],
  ["{'a': 1}", 1, 2, 'this is no JSON value: texts need double quotes'],
  ['{\n  "a": "x\n}', 2, 8, 'the closing quote of this text is missing; a line end is written \\n'],
  ['{"a": 1} // note', 1, 10, 'JSON has no comments'],
  ['{"a": "\\q"}', 1, 7, 'this text has a backslash that JSON does not know; \\\\ writes one'],
  ['{"a": [1, 2', 1, 12, 'a closing bracket is missing'],
  ['', 1, 1, 'a value belongs here'],
])('%j has a problem at %i:%i', async (text, line, column, message) => {
  const { problem } = await parseJson(text)
  expect(problem?.message).toBe(message)
  expect(new Lines(text).position(problem!.start)).toEqual({ line, column })
})

test('the last of equal keys counts, the earlier ones are told', async () => {
  const text = '{"a": {"x": 1, "x": 2}, "b": [{"y": 1, "y": 2, "y": 3}]}'
  const { value, duplicateKeys, spanAt } = await parseJson(text)
  expect(value).toEqual(JSON.parse(text))
  expect(
    duplicateKeys.map(({ path, start, end }) => [path, text.slice(start - 1, end + 3)]),
  ).toEqual([
    [['a', 'x'], '{"x": 1'],
    [['b', 0, 'y'], '{"y": 1'],
    [['b', 0, 'y'], ' "y": 2'],
  ])
  expect(spanAt(['a', 'x'])).toEqual({ start: 20, end: 21 })
})

describe('deploy-cli keywords', () => {
  test.each([
    ['{"totp": {"length": @@LENGTH@@}}', ['totp', 'length'], '@@LENGTH@@'],
    ['{"a": ##ON##, "b": 1}', ['a'], '##ON##'],
    ['{"a": [@@X@@, "@@Y@@"]}', ['a', 0], '@@X@@'],
    ['{"a": [@@X@@, "@@Y@@"]}', ['a', 1], '@@Y@@'],
  ])('are read in %s', async (text, path, keyword) => {
    const { value, problem, spanAt } = await parseJson(text)
    expect(problem).toBeUndefined()
    expect(valueAt(value, path)).toBe(keyword)
    const { start, end } = spanAt(path)!
    expect(text.slice(start, end)).toContain(keyword)
  })

  it('are left alone in texts', async () => {
    const text = '{"a": "say \\"@@X@@\\" \\\\", "b": "##Y## @@X@@", "@@Z@@": [1]}'
    const { value, problem } = await parseJson(text)
    expect([problem, value]).toEqual([undefined, JSON.parse(text)])
  })

  it('are no text to be checked', async () => {
    const { textAt } = await parseJson('{"a": @@X@@}')
    expect(textAt(['a'])).toBeUndefined()
  })

  it('move nothing that comes after them', async () => {
    const text = '{"a": @@X@@, "b": "##Y##", "c": "z"}'
    const { spanAt } = await parseJson(text)
    const { start, end } = spanAt(['c'])!
    expect(text.slice(start, end)).toBe('"z"')
  })
})

test('a byte order mark is passed over', async () => {
  const { value, problem, spanAt } = await parseJson('\uFEFF{"a": 1}')
  expect([value, problem, spanAt(['a'])]).toEqual([{ a: 1 }, undefined, { start: 7, end: 8 }])
})

test.each([
  ['brackets', '['.repeat(200_000)],
  ['objects', '{"a":'.repeat(200_000)],
  ['quotes', '"'.repeat(200_001)],
  ['escaped quotes', `"${'\\"'.repeat(100_000)}`],
  ['at signs', '@'.repeat(200_000)],
  ['hash signs', '#a'.repeat(100_000)],
])('two hundred thousand %s are refused in one line', async (_, text) => {
  const cpu = cpuClock()
  expect((await parseJson(text)).problem?.message).toMatch(/^[^\n]+$/)
  expect(cpu()).toBeLessThan(2000)
})

test('a key named like the prototype is a key', async () => {
  const { value } = await parseJson('{"__proto__": {"x": 1}}')
  expect(Object.hasOwn(value as object, '__proto__')).toBe(true)
  expect(valueAt(value, ['x'])).toBeUndefined()
})
