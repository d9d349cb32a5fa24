import { describe, expect, it, test } from 'vitest'
import { openSource } from '../../../src/source/open-source.ts'
import { parseYaml } from '../../../src/source/yaml/yaml-text.ts'
import { Lines } from '../../../src/text/lines.ts'
import { cpuClock } from '../../cpu.ts'
import { done } from '../texts.ts'

const textAt = async (host: string, ...path: (string | number)[]) =>
  (await parseYaml(host)).textAt(path)

describe('the styles of a text', () => {
  test.each([
    ['a: b c', 'b c'],
    ['a: b\n  c\n\n\n  d # x', 'b c\n\nd'],
    ["a: 'it''s'", "it's"],
    ["a: 'x \t\n\n  y'", 'x\ny'],
    [
      'a: "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P"',
      '\0\x07\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029',
    ],
    ['a: "\\x41\\u00e9\\U0001F600"', 'Aé😀'],
    ['a: "x \\\n   y\\\n   \\ z"', 'x y z'],
    ['a: "x\\t\n  y"', 'x\t y'],
    ['a: |\n  x\n   y\n\nb: 1', 'x\n y\n'],
    ['a: |-\n  x\n\n', 'x'],
    ['a: |+\n  x\n\n\nb: 1', 'x\n\n\n'],
    ['a: |2\n    x\n  y', '  x\ny\n'],
    ['a: |-1 # note\n  x', ' x'],
    ['a: |\r\n  x\r\n  y\r\n', 'x\ny\n'],
    ['a: >\n  x\n  y\n\n  z\n    w\n  v\n', 'x y\nz\n  w\nv\n'],
    ['a: >+\n\n  x\n\n', '\nx\n\n'],
    ['a: >2-\n   x\n  y\n', ' x\ny'],
    ['a: |+\n\n', '\n'],
    ['a: |', ''],
    ['a: !!str 12', '12'],
    ['{a: x, b: y}', 'x'],
    ['? a\n: x', 'x'],
  ])('%j', async (host, text) => {
    expect((await textAt(host, 'a'))?.text).toBe(text)
  })
})

describe('an edit', () => {
  test.each([
    ['a: b c # note', [2, 3, 'x'], 'a: b x # note'],
    ['a: b c', [0, 1, '# '], 'a: "#  c"'],
    ["a: 'b'", [1, 1, "'s\u00e9"], "a: 'b''s\u00e9'"],
    ['a: b', [0, 1, '@@password@@'], 'a: "@@password@@"'],
    ['a: b', [1, 1, ' ##X##'], 'a: "b ##X##"'],
    ["a: 'b'", [1, 1, '\n'], 'a: "b\\n"'],
    ['a: "b"', [0, 0, '"\n'], 'a: "\\"\\nb"'],
    ['a: |\n  b\n  c\nd: 1', [1, 1, '\nx'], 'a: |\n  b\n  x\n  c\nd: 1'],
    ['a: |\n  b\n  c\n', [1, 2, ''], 'a: |\n  bc\n'],
    ['a: |\n  b\n', [0, 0, '\n'], 'a: |\n  \n  b\n'],
    ['a: |\n  b\n', [0, 0, '  '], 'a: |2\n    b\n'],
    ['a: |\n  b\nd: 1\n', [1, 2, ''], 'a: |-\n  b\nd: 1\n'],
    ['a: |\n  b\nd: 1\n', [2, 2, '\n'], 'a: |+\n  b\n\nd: 1\n'],
    ['a: >\n  b\n  c\n', [0, 1, 'x y'], 'a: >\n  x y\n  c\n'],
    ['a: >\n  b\n  c\n', [1, 2, '\n'], 'a: |\n  b\n  c\n'],
    ['a: |\n  b\n', [0, 2, ''], 'a: ""\n'],
    ['- a: |\r\n    b\r\n', [1, 1, '\nx'], '- a: |\r\n    b\r\n    x\r\n'],
  ] as const)('%j %j', async (host, [start, end, text], expected) => {
    const path = host.startsWith('-') ? [0, 'a'] : ['a']
    const edit = (await textAt(host, ...path))!.toHostEdit({ start, end, text })
    expect(done(host, edit!)).toBe(expected)
  })

  it('is not made where it would change another place, too', async () => {
    const host = 'a: &x {t: one}\nb: *x\nc:\n  <<: *x\n  s: 1\n'
    const document = await parseYaml(host)
    const edit = { start: 0, end: 3, text: 'two' }
    expect(document.value).toEqual({ a: { t: 'one' }, b: { t: 'one' }, c: { t: 'one', s: 1 } })
    expect(document.textAt(['b', 't'])!.toHostEdit(edit)).toBeUndefined()
    expect(document.textAt(['c', 't'])!.toHostEdit(edit)).toBeUndefined()
    expect(document.textAt(['a', 't'])!.toHostEdit(edit)).toMatchObject({ text: 'two' })
  })
})

test.each([
  ['a: 1\na: 2', 2, 1, 'this key stands here twice'],
  ['a:\n\tb: 1', 2, 1, 'YAML is indented by spaces, not by tabs'],
  ['a: "x', 1, 6, 'the closing quote of this text is missing'],
  ['a: "\\q"', 1, 5, 'this text has a backslash that YAML does not know; \\\\ writes one'],
  ['a: @x', 1, 4, 'a text that begins with this character needs quotes'],
  ['a: b: c', 1, 4, 'a second colon stands here: a text with a colon needs quotes'],
  ['a: 1\n---\nb: 2', 2, 1, 'a second document begins here: a file may hold one only'],
  ['a: *b', 1, 4, 'this alias has no anchor before it'],
  ['a: &b [*b]', 1, 8, 'this alias stands inside what it stands for'],
  ['a: [1, 2', 1, 9, 'this is not YAML: is a ] missing?'],
  ['a: |\n  b\n c', 3, 1, 'this line is indented too little'],
  ['a: {b: "1" c: 2}', 1, 12, 'this is not YAML'],
])('%j has a problem at %i:%i', async (host, line, column, message) => {
  const { problem } = await parseYaml(host)
  expect(problem?.message).toBe(message)
  expect(new Lines(host).position(problem!.start)).toEqual({ line, column })
})

const bomb = (lines: number): string =>
  Array.from(
    { length: lines },
    (_, i) =>
      `a${i}: &a${i} [${Array(10)
        .fill(i ? `*a${i - 1}` : 'x')
        .join(', ')}]`,
  ).join('\n')

test.each([
  ['aliases of aliases', bomb(30)],
  ['brackets', `a: ${'['.repeat(100_000)}`],
  ['dashes', '- '.repeat(20_000)],
  ['keys in keys', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['quotes', `a: ${'"'.repeat(100_001)}`],
  ['tabs', `a:\n${'\t'.repeat(100_000)}b`],
  ['equal keys', 'a: 1\n'.repeat(20_000)],
  ['documents', '---\n'.repeat(20_000)],
])('too many %s are refused in one line', async (_, host) => {
  const cpu = cpuClock()
  const { problem } = await parseYaml(host)
  expect(problem?.message).toMatch(/^[^\n]+$/)
  expect(problem!.end).toBeLessThanOrEqual(host.length)
  expect(cpu()).toBeLessThan(5000)
})

describe('deploy-cli keywords', () => {
  test.each([
    ['a: @@X@@', '@@X@@'],
    ['a: ##X## # ##Y##', '##X##'],
    ['a: https://##HOST##/sms', 'https://##HOST##/sms'],
    ['a: ##A## and ##B##', '##A## and ##B##'],
    ['a: b # ##NOTE##', 'b'],
    ["a: '@@X@@'", '@@X@@'],
    ['a: |\n  @@password@@ is your code\n', '@@password@@ is your code\n'],
    ['a: [@@X@@, ##Y##]', ['@@X@@', '##Y##']],
    ['## Section ##\n##X##\na: 1', 1],
  ])('in %j', async (host, value) => {
    expect(await parseYaml(host)).toMatchObject({ value: { a: value } })
  })

  it('that stand for the whole are no text to be checked, one before a text cannot be read', async () => {
    expect(await textAt('a: @@X@@', 'a')).toBeUndefined()
    expect((await parseYaml('a: @@password@@ is your code')).problem?.start).toBe(3)
  })
})

const tenant = `\uFEFF# exported
connections:
  - name: sms
    strategy: sms
    options:
      template: |
        Code: @@password@@
        {{ "😀" }}
      totp: {length: 6, time_step: @@STEP@@}
phoneTemplates:
  - type: otp_verify
    content: {syntax: liquid, body: {text: 'Code: {{ code }}'}}
guardianFactorTemplates:
  - name: sms
    enrollment_message: '{{ code }}'
    verification_message: "\\u007b{ code }}"
`

describe('a tenant.yaml', () => {
  it('gives its connections, phone templates and Guardian messages', async () => {
    const { templates, connections } = (await openSource('tenant.yaml', tenant))!
    expect(templates.map(({ name, text, hints }) => [name, text, hints.templateType])).toEqual([
      ['connections[0].options.template', 'Code: @@password@@\n{{ "😀" }}\n', undefined],
      ['phoneTemplates[0].content.body.text', 'Code: {{ code }}', 'otp_verify'],
      ['guardianFactorTemplates[0].enrollment_message', '{{ code }}', 'enrollment_message'],
      ['guardianFactorTemplates[0].verification_message', '{{ code }}', 'verification_message'],
    ])
    expect(templates[0]!.surroundings).toEqual({ deployed: true, totp: { length: 6 } })
    expect(connections.map(({ mistakes, problems }) => [mistakes, problems])).toEqual([[[], []]])
    const { toHost, text } = templates[0]!
    const [start, end] = [text.indexOf('{{'), text.indexOf('}}') + 2].map(toHost)
    expect(tenant.slice(start, end)).toBe('{{ "😀" }}')
  })

  it.each([
    ['strategy:\n  rolling: 1', false],
    ['strategy: sms\noptions: {template: "x', true],
    ['options: {template: "x', false],
    ['kind: x\n---\nstrategy: sms\n', true],
    ['{{- if .Values.strategy }}', false],
    ['connections: []', false],
  ])('%j concerns us: %j', async (host, concerns) => {
    const source = await openSource('x.yml', host)
    expect(source !== undefined).toBe(concerns)
    expect(source?.connections.map(({ problems }) => problems.length) ?? [1]).toEqual([1])
  })
})
